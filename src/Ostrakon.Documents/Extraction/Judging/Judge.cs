using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>
/// Judges block by block whether it belongs to the article: a first forest looks at the block, its place and its neighbours, a second one
/// at how the first judged everything around it. The weights are fitted by bench/Extraction. Thread-safe.
/// </summary>
static class Judge
{
    static readonly Forest FirstForest = Forest.Read(Resources.Lines("Extraction/Judging/first.tsv"), Features.First);
    static readonly Forest SecondForest = Forest.Read(Resources.Lines("Extraction/Judging/second.tsv"), Features.Judged);

    /// <summary>The probability, 0..1, of each block.</summary>
    public static float[] Read(PageView page, CancellationToken cancel)
    {
        page.Judge(Each(page, FirstForest, Features.First, cancel));
        return Each(page, SecondForest, Features.Judged, cancel);
    }

    static float[] Each(PageView page, Forest forest, Feature[] features, CancellationToken cancel)
    {
        var view = new BlockView(page);
        var judged = new float[page.Shapes.Length];
        var row = new float[features.Length];
        var asked = forest.Features.ToArray();
        for (var i = 0; i < judged.Length; i++)
        {
            if ((i & 255) == 0) cancel.ThrowIfCancellationRequested();
            view.MoveTo(i);
            foreach (var f in asked) row[f] = features[f].Of(view);
            judged[i] = forest.Judge(row);
        }
        return judged;
    }
}
