using Ostrakon.Fit;
using Ostrakon.Matching;

if (args is ["--fit", var target, ..])
{
    FitWeights.Run(target, crossValidate: args.Contains("--cross-validate"));
    return;
}

if (args.Contains("--calibration"))
{
    Calibrate.Show(Calibrate.Scored(Examples.NameBench(), Weights.Current));
    return;
}

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

if (args.Contains("--screen"))
{
    var options = new ScreeningOptions { Threshold = 0.5, Limit = 5 };
    foreach (var list in (string[])["un-sc", "us-ofac-sdn"])
    {
        Ostrakon.Index.Snapshot snapshot;
        try { snapshot = ListSets.Compile(list); }
        catch (Ostrakon.Lists.ListFormatException e) { Console.WriteLine($"{list}: {e.Message}"); continue; }
        var screener = new Screener(snapshot);
        List<Subject> positives = list == "un-sc" ? Screenings.UnPositives(snapshot) : [];
        foreach (var group in positives.Concat(Screenings.CrossList(snapshot, list)).GroupBy(s => s.Kind))
        {
            var found = group.Select(s => (Subject: s, Screening: screener.Screen(s.Query, options))).Select(x => (x.Subject, x.Screening, At: Screenings.Found(x.Screening, x.Subject.Expected))).ToList();
            Console.WriteLine($"{group.Key,-12}{found.Count,6}  rank 1@.70 {found.Average(f => f.At.Rank == 1 && f.At.Score >= .7 ? 1 : 0.0):f3}  rank<=5@.70 {found.Average(f => f.At.Rank <= 5 && f.At.Score >= .7 ? 1 : 0.0):f3}");
            if (args.Contains("--errors"))
                foreach (var (subject, screening, at) in found.Where(f => f.At.Rank > 1 || f.At.Score < .7))
                    Console.WriteLine($"    {at.Rank,3} {at.Score:f3}  {subject.Query.Names[0]} | {string.Join(" ", subject.Expected.Take(2))} | {(screening.Hits.Length > 0 ? $"{screening.Hits[0].Score:f3} {screening.Hits[0].MatchedName.Text}" : "")}");
        }
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var negatives = Screenings.Negatives(5000).Select(s => (s, screener.Screen(s.Query, options).Hits.FirstOrDefault())).ToList();
        Console.WriteLine($"{list}: {negatives.Count / watch.Elapsed.TotalSeconds:f0} negatives a second; alerts {negatives.Average(n => n.Item2?.Score >= .7 ? 1 : 0.0):p2} " +
            string.Join(' ', negatives.GroupBy(n => n.s.Kind).Select(g => $"{g.Key} {g.Average(n => n.Item2?.Score >= .7 ? 1 : 0.0):p2}")));
        if (args.Contains("--errors"))
            foreach (var (s, hit) in negatives.Where(n => n.Item2?.Score >= .7).OrderByDescending(n => n.Item2!.Score).Where((_, i) => i % 4 == 0).Take(80))
                Console.WriteLine($"    {hit!.Score:f3} {s.Kind} {s.Query.Names[0]} | {hit.MatchedName.Text} | {hit.Party.Id} {hit.MatchedName.Kind}");
    }
}

if (args.SkipWhile(a => a != "--misses").Skip(1).FirstOrDefault() is { } missed)
    foreach (var p in LabelledPair.Scripts(missed, 1000).Select(p => (p, s: ScoreOf(p))).Where(x => x.s >= 0.7 != x.p.Match).Take(120))
        Console.WriteLine($"{p.s:f3} {(p.p.Match ? "missed" : "wrong ")} {p.p.Name1} | {p.p.Name2} | {string.Join("; ", NameComparison.Compare(p.p.Name1, p.p.Name2, p.p.Schema, Algorithm.Default).Explanation.Alignment.Select(a => $"{a.Query}={a.Name} {a.How}"))} {string.Join(' ', Ostrakon.Names.NameReader.Read(p.p.Name1, Ostrakon.Names.NameSort.Person)[0].Tokens.Select(t => t.Text + "/" + string.Join(',', t.Variants) + "/" + t.Skeleton))}");
