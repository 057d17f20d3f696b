using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ostrakon.Matching;

namespace Ostrakon.Fit;

/// <summary>
/// Fits the numbers of weights.json by coordinate descent on a smooth count of errors at the threshold 0.70: deterministic, and readable
/// because every number keeps its meaning. Classes of examples, not rows, are weighed against each other.
/// </summary>
/// <param name="examples">What to learn from.</param>
/// <param name="prior">The numbers to fit, and where they stay for want of evidence.</param>
sealed class Fitter(IReadOnlyList<Example> examples, IReadOnlyDictionary<string, double> prior)
{
    const double Threshold = 0.70, Softness = 0.035;

    // What it costs to leave the prior by a factor of e. By less than a fifth of this, numbers follow single pairs and cross-validation suffers.
    const double Pull = 0.05;

    /// <summary>The weighted share of examples on the wrong side, softly.</summary>
    public double Loss(Weights weights, Func<Example, bool> part)
    {
        var sums = new double[examples.Count];
        Parallel.For(0, examples.Count, i =>
        {
            var e = examples[i];
            if (!part(e)) return;
            var score = Score(e, weights);
            sums[i] = e.Share / (1 + Math.Exp((e.Match ? score - Threshold : Threshold - score) / Softness));
        });
        return sums.Sum();
    }

    public static double Score(Example e, Weights weights)
    {
        double best = 0;
        foreach (var (a, b) in e.Pairs) best = Math.Max(best, ReadName.Score(a, b, weights));
        return Math.Clamp(best + e.Facts, 0, 1);
    }

    /// <summary>The weights with the numbers to fit at their prior.</summary>
    public JsonObject AtPrior(JsonObject weights)
    {
        var json = (JsonObject)weights.DeepClone();
        foreach (var (path, value) in prior) Set(json, path, value);
        return json;
    }

    /// <summary>What it costs to leave the prior.</summary>
    double Distance(JsonObject json) => prior.Sum(p => Pull * Math.Pow(Math.Log(Get(json, p.Key) / p.Value), 2));

    /// <summary>Goes down from a start as long as any step of any number helps.</summary>
    public JsonObject Descend(JsonObject start, Func<Example, bool> part, int rounds, TextWriter? log = null)
    {
        var json = (JsonObject)start.DeepClone();
        var best = Loss(Parse(json), part) + Distance(json);
        foreach (var step in (double[])[0.15, 0.06, 0.025])
            for (var round = 0; round < rounds; round++)
            {
                var before = best;
                foreach (var path in prior.Keys) best = Step(json, path, step, best, part);
                log?.WriteLine($"step {step} round {round}: {best:f5}");
                if (best > before - 1e-6) break;
            }
        return json;
    }

    /// <summary>Tries a number a step up and a step down, and keeps what helps.</summary>
    double Step(JsonObject json, string path, double step, double best, Func<Example, bool> part)
    {
        var before = Get(json, path);
        foreach (var factor in (double[])[1 + step, 1 - step])
        {
            Set(json, path, Math.Round(before * factor, 4));
            var loss = Fits(Parse(json)) ? Loss(Parse(json), part) + Distance(json) : double.MaxValue;
            if (loss < best - 1e-7) return loss;
        }
        Set(json, path, before);
        return best;
    }

    public static Weights Parse(JsonObject json) => WeightsFile.Parse(JsonSerializer.SerializeToUtf8Bytes(json));

    /// <summary>Likenesses stay within 0..1, and a word proves no more than it is worth.</summary>
    static bool Fits(Weights w) =>
        w.Channels is { Variant: <= 1, Class: <= 0.99f, ClassAlike: <= 0.99f, Translation: <= 0.99f, Prefix: <= 0.95f, Initial: <= 0.95f, Joined: <= 0.99f, SoundTop: <= 0.98f }
        && w.Channels.Acronym.All(a => a <= 0.95f) && w.Words is { Common: <= 1, Translated: <= 1, Initial: <= 1, Number: <= 1.5f }
        && w.Words.CommonProof <= w.Words.Common && w.Words.InitialProof <= w.Words.Initial && w.Words.NumberProof <= w.Words.Number
        && w.Name.Contradiction is >= 0.3f and <= 1.2f;

    static double Get(JsonObject json, string path) => Parent(json, path, out var last) is JsonArray a
        ? a[int.Parse(last, CultureInfo.InvariantCulture)]!.GetValue<double>() : Parent(json, path, out last)[last]!.GetValue<double>();

    static void Set(JsonObject json, string path, double value)
    {
        if (Parent(json, path, out var last) is JsonArray array) array[int.Parse(last, CultureInfo.InvariantCulture)] = value;
        else Parent(json, path, out last)[last] = value;
    }

    static JsonNode Parent(JsonObject json, string path, out string last)
    {
        var parts = path.Split('.');
        last = parts[^1];
        return parts[..^1].Aggregate((JsonNode)json, (n, p) => n[p]!);
    }
}
