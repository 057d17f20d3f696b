using System.Text.Json;
using System.Text.Json.Nodes;
using Ostrakon.Matching;
using Ostrakon.Names;

namespace Ostrakon.Fit;

/// <summary>A pair with its score, to calibrate by.</summary>
sealed record ScoredPair(int Fold, string? Schema, double Score, bool Match)
{
    public NameSort Sort => NameSorts.Of(Schema);
}

/// <summary>From scores to probabilities: a logistic curve for each kind of party, held back by the curve of all.</summary>
static class Calibrate
{
    // How strongly a curve of one kind is drawn to that of all, and how far each of its numbers may well be from there.
    const double Pull = 0.5;
    static readonly double[] Spread = [0.05, 0.05, 0.05, 8];

    static readonly JsonSerializerOptions AsWritten = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    static readonly CalibrationCurve Start = new(0.1, 0.97, 0.7, 25);

    /// <summary>The pairs of name_bench with the scores that weights give them.</summary>
    public static List<ScoredPair> Scored(IEnumerable<Example> examples, Weights weights) =>
        [.. examples.Where(e => e.Set == "name_bench").Select(e => new ScoredPair(e.Fold, e.Schema, Fitter.Score(e, weights), e.Match))];

    /// <summary>Fits the curves on all pairs, and prints how reliable they are.</summary>
    public static JsonNode Fit(List<ScoredPair> pairs)
    {
        Show(pairs);
        return JsonSerializer.SerializeToNode(Rounded(Curves(pairs)), AsWritten)!;
    }

    /// <summary>Prints the reliability of each kind of party, each fifth by the curves of the others.</summary>
    public static void Show(List<ScoredPair> pairs)
    {
        var said = (from fold in pairs.GroupBy(p => p.Fold)
                    let curves = Curves([.. pairs.Where(p => p.Fold != fold.Key)])
                    from p in fold
                    select (p.Sort, Probability: curves.For(p.Schema).At(p.Score), p.Match)).ToList();
        Console.WriteLine("calibration, each fifth of the pairs by the curves of the others");
        foreach (var (name, part) in new[] { ("all", said), ("persons", [.. said.Where(s => s.Sort == NameSort.Person)]), ("organisations", [.. said.Where(s => s.Sort == NameSort.Organisation)]) })
        {
            Console.WriteLine($"{name}: {part.Count} pairs, calibration error {Error(part.Select(s => (s.Probability, s.Match))):f3} (a judge without error would show {Chance(part.Select(s => s.Probability)):f3})");
            Console.WriteLine("| said | pairs | mean | true |\n|---|---|---|---|");
            foreach (var bin in part.GroupBy(s => Bin(s.Probability)).OrderBy(b => b.Key))
                Console.WriteLine($"| {bin.Key / 10.0:f1}-{(bin.Key + 1) / 10.0:f1} | {bin.Count()} | {bin.Average(b => b.Probability):f3} | {bin.Average(b => b.Match ? 1.0 : 0):f3} |");
        }
    }

    static Calibration Curves(List<ScoredPair> pairs)
    {
        var all = Curve(pairs, Start, null);
        CalibrationCurve Of(NameSort sort) => Curve([.. pairs.Where(p => p.Sort == sort)], all, all);
        return new(Of(NameSort.Person), Of(NameSort.Organisation), all);
    }

    /// <summary>The curve under which the labels are likeliest, by coordinate descent.</summary>
    static CalibrationCurve Curve(List<ScoredPair> pairs, CalibrationCurve start, CalibrationCurve? prior)
    {
        double[] best = [start.Least, start.Most, start.Middle, start.Steepness], steps = [0.03, 0.03, 0.03, 4];
        var home = prior is null ? null : (double[])[prior.Least, prior.Most, prior.Middle, prior.Steepness];
        double Loss(double[] c)
        {
            if (c is not [>= 0.01 and <= 0.4, >= 0.6 and <= 0.99, > 0.4 and < 0.9, >= 4 and <= 80]) return double.MaxValue;
            var curve = new CalibrationCurve(c[0], c[1], c[2], c[3]);
            return pairs.Sum(p => -Math.Log(p.Match ? curve.At(p.Score) : 1 - curve.At(p.Score)))
                + (home is null ? 0 : Pull * c.Zip(home, Spread).Sum(x => Math.Pow((x.First - x.Second) / x.Third, 2)));
        }
        var least = Loss(best);
        foreach (var scale in (double[])[1, 0.3, 0.1, 0.03])
            for (var moved = true; moved;)
            {
                moved = false;
                for (var k = 0; k < best.Length; k++)
                    foreach (var sign in (int[])[1, -1])
                    {
                        double[] trial = [.. best];
                        trial[k] += sign * steps[k] * scale;
                        if (Loss(trial) is var loss && loss < least - 1e-9) (best, least, moved) = (trial, loss, true);
                    }
            }
        return new(best[0], best[1], best[2], best[3]);
    }

    static Calibration Rounded(Calibration c)
    {
        static CalibrationCurve Round(CalibrationCurve x) => new(Math.Round(x.Least, 3), Math.Round(x.Most, 3), Math.Round(x.Middle, 3), Math.Round(x.Steepness, 1));
        return new(Round(c.Person), Round(c.Organisation), Round(c.Other));
    }

    static int Bin(double probability) => Math.Min(9, (int)(probability * 10));

    /// <summary>Expected calibration error over ten bins of equal width.</summary>
    static double Error(IEnumerable<(double Probability, bool Match)> said)
    {
        var all = said.ToList();
        return all.GroupBy(s => Bin(s.Probability)).Sum(b => Math.Abs(b.Sum(x => x.Probability - (x.Match ? 1 : 0)))) / all.Count;
    }

    /// <summary>The calibration error that chance alone gives so many pairs, were every probability true.</summary>
    static double Chance(IEnumerable<double> probabilities)
    {
        const int draws = 500;
        var random = new Random(20261124);
        var all = probabilities.ToList();
        return Enumerable.Range(0, draws).Average(_ => Error(all.Select(p => (p, random.NextDouble() < p))));
    }
}
