using System.Text.Json.Nodes;
using Ostrakon.Matching;

namespace Ostrakon.Fit;

/// <summary>From scores to probabilities: isotonic regression with few points.</summary>
static class Calibrate
{
    // Nothing is ever certain: the labels themselves are not.
    const double Least = 0.01;

    static readonly double[] Knots = [0, 0.2, 0.4, 0.55, 0.7, 0.8, 0.9, 1];

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

    /// <summary>The rising line through fixed scores that comes nearest to what is true, by squared error.</summary>
    static List<(double Score, double Probability)> Points(IEnumerable<(double Score, bool Match)> scored)
    {
        var pairs = scored.ToList();
        var line = Knots.Select(k => (Score: k, Probability: Math.Clamp(k, Least, 1 - Least))).ToList();
        for (var step = 0.1; step > 0.001; step /= 2)
            for (var (round, moved) = (0, true); moved && round < 200; round++)
            {
                moved = false;
                for (var k = 0; k < line.Count; k++)
                    foreach (var by in (double[])[step, -step])
                    {
                        var before = line[k];
                        var error = SquaredError(line, pairs);
                        line[k] = (before.Score, Math.Clamp(before.Probability + by, k == 0 ? Least : line[k - 1].Probability, k + 1 == line.Count ? 1 - Least : line[k + 1].Probability));
                        if (SquaredError(line, pairs) < error - 1e-9) moved = true; else line[k] = before;
                    }
            }
        return line;
    }

    static double SquaredError(List<(double Score, double Probability)> line, List<(double Score, bool Match)> pairs) =>
        pairs.Sum(p => Math.Pow(At(line, p.Score) - (p.Match ? 1 : 0), 2));

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
