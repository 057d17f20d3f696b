using Ostrakon.Fit;
using Ostrakon.Matching;

static double ScoreOf(LabelledPair p) => NameComparison.Compare(p.Name1, p.Name2, p.Schema, Algorithm.Default).Score;

static void Show(string name, IEnumerable<LabelledPair> pairs)
{
    var scored = pairs.Select(p => (ScoreOf(p), p.Match)).ToList();
    var (p, r, f) = Measures.At(scored, 0.70);
    var (best, at) = Measures.Best(scored);
    Console.WriteLine($"{name,-24}{scored.Count,7}  P {p:f3}  R {r:f3}  F1 {f:f3}  best {best:f3} at {at:f3}");
}

var bench = LabelledPair.NameBench();
Show("name_bench", bench);
foreach (var group in bench.GroupBy(p => p.Group)) Show("  " + group.Key, group);
if (args.Contains("--errors"))
    foreach (var p in bench.Select(p => (p, s: ScoreOf(p))).Where(x => x.s >= 0.7 != x.p.Match).OrderBy(x => x.p.Match).ThenBy(x => x.s))
        Console.WriteLine($"{p.s:f3} {(p.p.Match ? "missed" : "wrong ")} {p.p.Schema,-12} {p.p.Name1} | {p.p.Name2}");
if (args.Contains("--scripts"))
    foreach (var file in (string[])["full_korean", "full_hebrew", "parts_arabic", "parts_chinese", "parts_japanese", "parts_katakana", "parts_russian"])
        Show(file, LabelledPair.Scripts(file, 1000));
