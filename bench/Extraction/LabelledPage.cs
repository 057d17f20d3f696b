using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Decoding;
using Ostrakon.Documents.Extraction.Judging;
using Ostrakon.Documents.Extraction.Metadata;
using Ostrakon.Documents.Extraction.Pages;

namespace Ostrakon.Extraction.Bench;

/// <summary>A gold page as blocks with labels: 0..1, the share of a block's words that the gold text has; NaN where nothing is known.</summary>
sealed class LabelledPage
{
    public GoldPage Gold { get; }
    public PageView View { get; }
    public float[] Labels { get; }
    public double[] Weights { get; }
    public float[][] Rows { get; private set; }
    public int Fold { get; set; }

    public LabelledPage(GoldPage gold)
    {
        Gold = gold;
        var map = PageMapBuilder.Build(PageParser.Parse(SourceText.Decode(gold.Bytes, null).Text, default), default);
        View = new PageView(map, TitleReader.Candidates(map.Facts, null), default);
        (Labels, Weights) = (new float[map.Blocks.Count], new double[map.Blocks.Count]);
        if (gold.Body is not null) FromBody(gold.Body);
        else FromSegments();
        Rows = Measure(Features.First);
    }

    public float[][] Measure(Feature[] features)
    {
        var view = new BlockView(View);
        var rows = new float[Labels.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            view.MoveTo(i);
            rows[i] = Array.ConvertAll(features, f => f.Of(view));
        }
        return rows;
    }

    void FromBody(string body)
    {
        var words = new List<string>();
        var ends = new int[Labels.Length];
        for (var i = 0; i < ends.Length; i++)
        {
            words.AddRange(Measures.Words(View.Map.TextOf(View.Map.Blocks[i]).ToString().ToLowerInvariant()));
            ends[i] = words.Count;
        }
        var gold = Measures.Words(body.ToLowerInvariant());
        var matched = Alignment.Match([.. words], gold);
        for (var i = 0; i < ends.Length; i++)
        {
            var start = i == 0 ? 0 : ends[i - 1];
            var length = ends[i] - start;
            Labels[i] = length == 0 ? float.NaN : (float)matched[start..ends[i]].Count(m => m) / length;
            Weights[i] = Math.Pow(Math.Max(1, length), 0.8);
        }
        var scale = Math.Pow(Math.Max(30, gold.Length), 0.8);
        var kept = Weights.Where((_, i) => Labels[i] >= 0.5).Sum();
        scale = Math.Max(kept, 0.3 * scale);
        for (var i = 0; i < ends.Length; i++) Weights[i] = float.IsNaN(Labels[i]) ? 0 : Math.Min(1, Weights[i] / scale);
    }

    void FromSegments()
    {
        Array.Fill(Labels, float.NaN);
        var blocks = View.Map.Blocks;
        var texts = blocks.Select(b => Measures.Squeeze(View.Map.TextOf(b).ToString())).ToArray();
        foreach (var (segments, label) in new[] { (Gold.Without, 0f), (Gold.With, 1f) })
            foreach (var segment in segments.Select(Measures.Squeeze))
            {
                var found = Enumerable.Range(0, texts.Length).Where(i => texts[i].Contains(segment, StringComparison.Ordinal) || texts[i].Length > 40 && segment.Contains(texts[i], StringComparison.Ordinal)).ToList();
                if (label == 1f && found.Count > 1 && found.Count(i => texts[i].Contains(segment, StringComparison.Ordinal)) > 1) continue;   // which of them?
                foreach (var i in found) Labels[i] = label;
            }
        for (var i = 0; i < Labels.Length; i++) Weights[i] = float.IsNaN(Labels[i]) ? 0 : SegmentWeight;
    }

    public const double SegmentWeight = 0.08;
}
