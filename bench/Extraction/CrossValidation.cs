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
        var (first, second) = (new Dictionary<LabelledPage, float[]>(), new Dictionary<LabelledPage, float[]>());
        for (var fold = 0; fold < Fitting.Folds; fold++)
        {
            // The pair is fitted as the shipped one is, on the other folds alone: no forest of it has seen a site of this fold, by any way.
            var pair = Fitting.FitPair([.. pages.Where(p => p.Fold != fold)]);
            var held = pages.Where(p => p.Fold == fold).ToList();
            foreach (var page in held)
            {
                first[page] = Array.ConvertAll(page.Rows, r => pair.First.Judge(r));
                page.View.Judge(first[page]);
                second[page] = Array.ConvertAll(page.Measure(Features.Judged), r => pair.Second.Judge(r));
            }
            Report($"fold {fold}", held, p => BlockChoice.Make(p.View, second[p]).Kept);
        }
        foreach (var page in pages) page.View.Judge(first[page]);
        Report("first judgement", pages, p => Array.ConvertAll(first[p], j => j >= 0.5f));
        foreach (var threshold in (float[])[0.4f, 0.45f, 0.5f, 0.55f]) Report($"pair, {threshold}", pages, p => Array.ConvertAll(second[p], j => j >= threshold));
        Report("pair as shipped", pages, p => BlockChoice.Make(p.View, second[p]).Kept);
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
