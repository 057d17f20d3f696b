using System.Globalization;
using Ostrakon.Documents.Extraction.Judging;

namespace Ostrakon.Extraction.Bench;

/// <summary>Fits the two forests of the judge, and judges every page by forests that have not seen its site.</summary>
static class Fitting
{
    public const int Folds = 5;

    public static readonly FitSettings First = new(300, 8, 0.1, 0.3, 1, 1, 1), Second = new(80, 8, 0.1, 0.5, 2, 0.5, 0.6);

    /// <summary>Pages whose gold is another tool's output count half.</summary>
    const double OtherTools = 0.5;

    public static List<LabelledPage> Load(string news)
    {
        var pages = GoldData.Load(news).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(g => new LabelledPage(g)).ToList();
        var sites = pages.Select(p => p.Gold.Host).Distinct().Order(StringComparer.Ordinal).ToList();
        var order = new Random(7);
        var fold = sites.ToDictionary(s => s, _ => order.Next(Folds));
        foreach (var page in pages)
        {
            page.Fold = fold[page.Gold.Host];
            if (page.Gold.Set is "mozilla" or "newspaper")
                for (var i = 0; i < page.Weights.Length; i++) page.Weights[i] *= OtherTools;
        }
        return pages;
    }

    /// <summary>The lines of a forest over the pages that are not in a fold; -1 for all pages.</summary>
    public static List<string> Fit(List<LabelledPage> pages, Feature[] features, Func<LabelledPage, float[][]> rows, FitSettings settings, int without = -1)
    {
        var (x, y, w, g) = (new List<float[]>(), new List<float>(), new List<double>(), new List<int>());
        for (var number = 0; number < pages.Count; number++)
        {
            var page = pages[number];
            if (page.Fold == without) continue;
            for (var i = 0; i < page.Labels.Length; i++)
                if (page.Weights[i] > 0) { x.Add(rows(page)[i]); y.Add(page.Labels[i]); w.Add(page.Weights[i]); g.Add(number); }
        }
        return new ForestFitter(x, [.. y], [.. w], [.. g]).Fit(settings, [.. features.Select(f => f.Name)]);
    }

    /// <summary>Every page judged by a forest fitted on the other folds.</summary>
    public static Dictionary<LabelledPage, float[]> OutOfFold(List<LabelledPage> pages, Feature[] features, Func<LabelledPage, float[][]> rows, FitSettings settings)
    {
        var judged = new Dictionary<LabelledPage, float[]>();
        for (var k = 0; k < Folds; k++)
        {
            if (!pages.Exists(p => p.Fold == k)) continue;
            var forest = Forest.Read(Fit(pages, features, rows, settings, k), features);
            foreach (var page in pages.Where(p => p.Fold == k)) judged[page] = Array.ConvertAll(rows(page), r => forest.Judge(r));
        }
        return judged;
    }

    /// <summary>The lines of both forests over some pages; the second is fitted on judgements by first forests that have not seen the page.</summary>
    static (List<string> First, List<string> Second) FitBoth(List<LabelledPage> pages)
    {
        var unseen = OutOfFold(pages, Features.First, p => p.Rows, First);
        foreach (var page in pages) page.View.Judge(unseen[page]);
        var rows = pages.ToDictionary(p => p, p => p.Measure(Features.Judged));
        return (Fit(pages, Features.First, p => p.Rows, First), Fit(pages, Features.Judged, p => rows[p], Second));
    }

    /// <summary>Both forests, fitted on some pages.</summary>
    public static (Forest First, Forest Second) FitPair(List<LabelledPage> pages)
    {
        var (first, second) = FitBoth(pages);
        return (Forest.Read(first, Features.First), Forest.Read(second, Features.Judged));
    }

    /// <summary>Fits both forests on all pages and writes them beside the judge.</summary>
    public static void Run(string news, string folder)
    {
        var (first, second) = FitBoth(Load(news));
        Write(Path.Combine(folder, "first.tsv"), "the first judgement: a block, its place, its neighbours", First, first);
        Write(Path.Combine(folder, "second.tsv"), "the second judgement: how the first judged the block and those around it", Second, second);
    }

    static void Write(string path, string what, FitSettings settings, List<string> lines)
    {
        string[] header =
        [
            $"# Weights of {what}.",
            string.Create(CultureInfo.InvariantCulture, $"# Fitted by bench/Extraction (\"fit\"): {settings.Trees} trees of at most {settings.Leaves} leaves, rate {settings.Rate}, least weight {settings.MinimumWeight}, ridge {settings.Ridge}."),
            "# tree, node, feature, threshold, node if at most, node if more; or: tree, node, leaf, answer. The answers and the bias add up to a logit.",
            "# Learned from page layout only; no text of the pages is in it. Licence: Apache-2.0, as the project.",
        ];
        File.WriteAllText(path, string.Join('\n', [.. header, .. lines]) + "\n");
    }
}
