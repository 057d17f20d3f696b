using System.Text.Json.Nodes;
using Ostrakon.Matching;

namespace Ostrakon.Fit;

/// <summary>From scores to probabilities: isotonic regression (pool adjacent violators), thinned to a few points of a rising line.</summary>
static class Calibrate
{
    const int LeastPerPoint = 35;

    /// <summary>Fits the points on all pairs, and prints how reliable they are, each fifth by the points of the others.</summary>
    public static JsonArray Fit(IReadOnlyList<Example> bench, Weights weights)
    {
        var scored = bench.Select(e => (e.Fold, Score: Fitter.Score(e, weights), e.Match)).ToList();
        var outside = new List<(double Probability, bool Match)>();
        foreach (var fold in scored.GroupBy(s => s.Fold))
        {
            var points = Points(scored.Where(s => s.Fold != fold.Key).Select(s => (s.Score, s.Match)));
            outside.AddRange(fold.Select(s => (At(points, s.Score), s.Match)));
        }
        Console.WriteLine($"calibration error, each fifth by the points of the others: {Error(outside):f3}");
        foreach (var bin in outside.GroupBy(o => Math.Min(9, (int)(o.Probability * 10))).OrderBy(b => b.Key))
            Console.WriteLine($"  {bin.Key / 10.0:f1}-{(bin.Key + 1) / 10.0:f1}  {bin.Count(),4} pairs  said {bin.Average(b => b.Probability):f3}  true {bin.Average(b => b.Match ? 1.0 : 0):f3}");
        return new([.. Points(scored.Select(s => (s.Score, s.Match))).Select(p => (JsonNode)new JsonObject { ["score"] = Math.Round(p.Score, 3), ["probability"] = Math.Round(p.Probability, 3) })]);
    }

    static List<(double Score, double Probability)> Points(IEnumerable<(double Score, bool Match)> scored)
    {
        var blocks = new List<(double Scores, double Matches, int Count)>();
        foreach (var (score, match) in scored.OrderBy(s => s.Score).ThenBy(s => s.Match))
        {
            blocks.Add((score, match ? 1 : 0, 1));
            while (blocks.Count > 1 && (blocks[^2].Count < LeastPerPoint || blocks[^2].Matches * blocks[^1].Count >= blocks[^1].Matches * blocks[^2].Count)) Pool(blocks);
        }
        if (blocks.Count > 1 && blocks[^1].Count < LeastPerPoint) Pool(blocks);
        // One pair on each side that says otherwise: nothing is ever certain.
        var points = blocks.Select(b => (b.Scores / b.Count, (b.Matches + 0.5) / (b.Count + 1))).ToList();
        return [.. points[0].Item1 > 0 ? [(0.0, points[0].Item2)] : Array.Empty<(double, double)>(), .. points, (1, points[^1].Item2)];
    }

    static void Pool(List<(double Scores, double Matches, int Count)> blocks)
    {
        var (a, b) = (blocks[^2], blocks[^1]);
        blocks.RemoveRange(blocks.Count - 2, 2);
        blocks.Add((a.Scores + b.Scores, a.Matches + b.Matches, a.Count + b.Count));
    }

    static double At(List<(double Score, double Probability)> points, double score)
    {
        for (var i = 1; i < points.Count; i++)
        {
            if (score > points[i].Score) continue;
            var (low, high) = (points[i - 1], points[i]);
            return high.Score <= low.Score ? high.Probability : low.Probability + (score - low.Score) / (high.Score - low.Score) * (high.Probability - low.Probability);
        }
        return points[^1].Probability;
    }

    /// <summary>Expected calibration error over ten bins of equal width.</summary>
    static double Error(List<(double Probability, bool Match)> said) =>
        said.GroupBy(s => Math.Min(9, (int)(s.Probability * 10))).Sum(b => b.Count() * Math.Abs(b.Average(x => x.Probability) - b.Average(x => x.Match ? 1.0 : 0))) / said.Count;
}
