using System.Text.RegularExpressions;

namespace Ostrakon.Extraction.Bench;

/// <summary>The measures of the three sets, as ../shared/eval/documents.py computes them.</summary>
static partial class Measures
{
    [GeneratedRegex(@"\w+")] private static partial Regex Word { get; }
    [GeneratedRegex(@"\s+")] private static partial Regex Space { get; }

    public static string[] Words(string text) => [.. Word.Matches(text).Select(m => m.Value)];
    public static string Squeeze(string text) => Space.Replace(text, " ").Trim();

    /// <summary>tp, fp, fn over 4-grams, normalised.</summary>
    public static (double Tp, double Fp, double Fn) Shingles(string gold, string given)
    {
        static Dictionary<string, int> Grams(string text)
        {
            var words = Words(text);
            var grams = new Dictionary<string, int>(StringComparer.Ordinal);
            if (words.Length == 0) return grams;
            for (var i = 0; i < Math.Max(1, words.Length - 3); i++)
            {
                var key = string.Join(' ', words, i, Math.Min(4, words.Length - i));
                grams[key] = grams.GetValueOrDefault(key) + 1;
            }
            return grams;
        }
        var (t, p) = (Grams(gold), Grams(given));
        double tp = t.Sum(x => Math.Min(x.Value, p.GetValueOrDefault(x.Key))), fp = p.Values.Sum() - tp, fn = t.Values.Sum() - tp;
        var all = Math.Max(1, tp + fp + fn);
        return (tp / all, fp / all, fn / all);
    }

    public static double ShingleF1(IReadOnlyCollection<(double Tp, double Fp, double Fn)> counts)
    {
        var p = counts.Where(c => c.Tp + c.Fp > 0).Select(c => c.Tp / (c.Tp + c.Fp)).DefaultIfEmpty(0).Average();
        var r = counts.Where(c => c.Tp + c.Fn > 0).Select(c => c.Tp / (c.Tp + c.Fn)).DefaultIfEmpty(0).Average();
        return 2 * p * r / (p + r);
    }

    public static (double P, double R, double F1) Bag(string gold, string given)
    {
        static Dictionary<string, int> Count(string text) => Words(text.ToLowerInvariant()).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        var (t, p) = (Count(gold), Count(given));
        double both = t.Sum(x => Math.Min(x.Value, p.GetValueOrDefault(x.Key)));
        var (precision, recall) = (p.Count > 0 ? both / p.Values.Sum() : 0, t.Count > 0 ? both / t.Values.Sum() : 0);
        return (precision, recall, both > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }
}
