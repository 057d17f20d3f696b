using System.Text.Json.Nodes;
using Ostrakon.Matching;

namespace Ostrakon.Fit;

/// <summary>Fits weights.json and says how well the result does on what it was not fitted on.</summary>
static class FitWeights
{
    /// <summary>Numbers chosen by hand before any fit: what is not plain from the examples stays near them.</summary>
    static readonly Dictionary<string, double> Prior =
        JsonNode.Parse(File.ReadAllText(SharedFolder.Above("bench/Fit/prior.json", file: true)))!.AsObject().ToDictionary(p => p.Key, p => p.Value!.GetValue<double>());

    public static void Run(string target, bool crossValidate)
    {
        var current = (JsonObject)JsonNode.Parse(Weights.File)!;
        var examples = Examples.All(250, 1500);
        var fitter = new Fitter(examples, Prior);
        var start = fitter.AtPrior(current);
        Show("before", fitter, examples, Fitter.Parse(current));
        Show("by hand", fitter, examples, Fitter.Parse(start));
        if (crossValidate) CrossValidate(fitter, start, examples);
        var fitted = fitter.Descend(start, _ => true, 4, Console.Out);
        Show("after", fitter, examples, Fitter.Parse(fitted));
        fitted["calibration"] = Calibrate.Fit(Calibrate.Scored(examples, Fitter.Parse(fitted)));
        File.WriteAllText(target, Written(fitted));
    }

    /// <summary>The file as people read it: a line for each group of numbers.</summary>
    public static string Written(JsonObject weights)
    {
        static string Line(JsonNode? node) => node switch
        {
            JsonObject o => $"{{ {string.Join(", ", o.Select(p => $"\"{p.Key}\": {Line(p.Value)}"))} }}",
            JsonArray a when a.FirstOrDefault() is JsonObject => $"[\n    {string.Join(",\n    ", a.Select(Line))}\n  ]",
            JsonArray a => $"[{string.Join(", ", a.Select(Line))}]",
            _ => node!.ToJsonString(),
        };
        return $"{{\n{string.Join(",\n", weights.Select(p => $"  \"{p.Key}\": {Line(p.Value)}"))}\n}}\n";
    }

    /// <summary>Each fifth by the weights that the other four give.</summary>
    static void CrossValidate(Fitter fitter, JsonObject start, List<Example> examples)
    {
        var outside = new List<(double, bool)>();
        for (var fold = 0; fold < 5; fold++)
        {
            var weights = Fitter.Parse(fitter.Descend(start, e => e.Fold != fold, 3));
            outside.AddRange(examples.Where(e => e.Set == "name_bench" && e.Fold == fold).Select(e => (Fitter.Score(e, weights), e.Match)));
            Console.WriteLine($"fold {fold}: {examples.Where(e => e.Fold == fold).GroupBy(e => e.Set).Aggregate("", (t, g) => t + $" {g.Key} {g.Count(e => Fitter.Score(e, weights) >= 0.7 != e.Match)}/{g.Count()}")}");
        }
        var (p, r, f) = Measures.At(outside, 0.70);
        Console.WriteLine($"name_bench, each fold by the weights of the others: P {p:f3} R {r:f3} F1 {f:f3}");
    }

    static void Show(string title, Fitter fitter, List<Example> examples, Weights weights)
    {
        Console.WriteLine($"{title}: loss {fitter.Loss(weights, _ => true):f5}");
        foreach (var set in examples.GroupBy(e => e.Set))
        {
            var scored = set.Select(e => (Fitter.Score(e, weights), e.Match)).ToList();
            var (p, r, f) = Measures.At(scored, 0.70);
            Console.WriteLine($"  {set.Key,-26}{scored.Count,6}  flagged {scored.Count(s => s.Item1 >= 0.70),5}  P {p:f3} R {r:f3} F1 {f:f3}");
        }
    }
}
