using Ostrakon.Documents.Extraction.Judging;

namespace Ostrakon.Extraction.Bench;

/// <summary>How the judge does on pages of sites that it was not fitted on, fold by fold.</summary>
static class CrossValidation
{
    public static void Run(string news)
    {
        var pages = Fitting.Load(news);
        Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Labels.Length)} blocks, {pages.Sum(p => p.Labels.Count(l => !float.IsNaN(l)))} labelled");
        Report("best possible", pages, p => Array.ConvertAll(p.Labels, l => l >= 0.5f));
        var first = Fitting.OutOfFold(pages, Features.First, p => p.Rows, Fitting.First);
        Report("first judgement", pages, p => Array.ConvertAll(first[p], j => j >= 0.5f));
        foreach (var page in pages) page.View.Judge(first[page]);
        var rows = pages.ToDictionary(p => p, p => p.Measure(Features.Judged));
        var second = Fitting.OutOfFold(pages, Features.Judged, p => rows[p], Fitting.Second);
        foreach (var threshold in (float[])[0.4f, 0.45f, 0.5f, 0.55f])
            Report($"second, {threshold}", pages, p => Array.ConvertAll(second[p], j => j >= threshold));
        Report("with checks", pages, p => BlockChoice.Make(p.View, second[p]).Kept);
        for (var fold = 0; fold < 5; fold++) Report($"  fold {fold}", [.. pages.Where(p => p.Fold == fold)], p => BlockChoice.Make(p.View, second[p]).Kept);
    }

    static string TextOf(LabelledPage page, bool[] kept) =>
        string.Join('\n', page.View.Map.Blocks.Where((_, i) => kept[i] && i != page.View.TitleBlock).Select(b => page.View.Map.TextOf(b).ToString()));

    static void Report(string name, List<LabelledPage> pages, Func<LabelledPage, bool[]> kept)
    {
        List<LabelledPage> Of(string set) => [.. pages.Where(p => p.Gold.Set == set)];
        var zyte = Of("zyte").Select(p => Measures.Shingles(p.Gold.Body!, TextOf(p, kept(p)))).ToList();
        var fundus = Of("fundus").Select(p => Measures.Shingles(p.Gold.Body!, TextOf(p, kept(p)))).ToList();
        var wcxb = Of("wcxb").Select(p => Measures.Bag(p.Gold.Body!, TextOf(p, kept(p))).F1).ToList();
        int hits = 0, wrong = 0, all = 0;
        foreach (var page in Of("trafilatura"))
        {
            var text = Measures.Squeeze(TextOf(page, kept(page)));
            hits += page.Gold.With.Count(s => text.Contains(Measures.Squeeze(s), StringComparison.Ordinal));
            wrong += page.Gold.Without.Count(s => text.Contains(Measures.Squeeze(s), StringComparison.Ordinal));
            all += page.Gold.With.Count;
        }
        double precision = (double)hits / Math.Max(1, hits + wrong), recall = (double)hits / Math.Max(1, all);
        Console.WriteLine($"{name,-16} zyte {Measures.ShingleF1(zyte):0.000}  wcxb {wcxb.DefaultIfEmpty(0).Average():0.000}  snippets {2 * precision * recall / (precision + recall):0.000} (p {precision:0.000} r {recall:0.000})  fundus {Measures.ShingleF1(fundus):0.000}");
    }
}
