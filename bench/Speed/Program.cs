using System.Diagnostics;
using Ostrakon.Fit;
using Ostrakon.Matching;

string[] lists = args.Any(a => !a.StartsWith('-')) ? [.. args.Where(a => !a.StartsWith('-'))] : ["us-ofac-sdn", "un-sc", "uk-sl"];
var watch = Stopwatch.StartNew();
var snapshot = ListSets.Compile(lists);
Console.WriteLine($"{snapshot.PartyCount} parties compiled in {watch.ElapsedMilliseconds} ms");
var random = new Random(20261124);
var names = Enumerable.Range(0, snapshot.PartyCount).SelectMany(p => snapshot.Party(p).Names).Select(n => n.Text).Where(n => n.Length > 3).Distinct().ToArray();
// Each query is asked once: a screener remembers what the words of earlier queries are like.
var rounds = args.Contains("--long") ? 12 : 4;
var queries = Screenings.Negatives(1250 * rounds).Select(s => s.Query.Names[0]).ToList();
queries.AddRange(Enumerable.Range(0, queries.Count).Select(_ => Screenings.Damaged(names[random.Next(names.Length)], random)));
var shuffled = queries.Select(q => new Query { Names = [q] }).ToArray();
random.Shuffle(shuffled);
var screener = new Screener(snapshot);
var options = new ScreeningOptions();
var each = shuffled.Length / rounds;
for (var round = 0; round < rounds; round++)
{
    var asked = shuffled.AsSpan(round * each, each);
    var allocated = GC.GetAllocatedBytesForCurrentThread();
    var times = new double[each];
    var hits = 0;
    watch.Restart();
    var cpu = Process.GetCurrentProcess().UserProcessorTime;
    for (var i = 0; i < each; i++)
    {
        var start = Stopwatch.GetTimestamp();
        if (screener.Screen(asked[i], options).Total > 0) hits++;
        times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
    var seconds = watch.Elapsed.TotalSeconds;
    if (round == 3 && args.Contains("--slow"))
        foreach (var (time, query) in times.Zip(asked.ToArray()).OrderByDescending(p => p.First).Take(25)) Console.WriteLine($"  {time:f3} ms {query.Names[0]}");
    Console.Write($"{each / (Process.GetCurrentProcess().UserProcessorTime - cpu).TotalSeconds:f0} a second of processor time; ");
    Array.Sort(times);
    Console.WriteLine($"{each / seconds:f0} a second; p50 {times[times.Length / 2]:f3} p95 {times[times.Length * 95 / 100]:f3} p99 {times[times.Length * 99 / 100]:f3} max {times[^1]:f3} ms; " +
        $"{hits} with hits; {(GC.GetAllocatedBytesForCurrentThread() - allocated) / each} bytes each");
}
