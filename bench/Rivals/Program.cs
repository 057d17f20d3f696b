// Ours beside the rivals that one would build oneself, on the same names and questions, one after the other on one core:
//     dotnet run -c Release --project bench/Rivals -- RESULT.md
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Ostrakon.Index;
using Ostrakon.Rivals;

const int Questions = 8000;
string[] searchers = ["Ostrakon", "Lucene.Net", "pg_trgm"];
if (args is ["--build" or "--search", var which, var place]) { Child(args[0], which, place); return; }
if (args is not [var target]) { Console.Error.WriteLine("Usage: Ostrakon.Rivals RESULT.md"); Environment.Exit(2); return; }

var root = Path.Combine(Path.GetTempPath(), $"rivals-{Environment.ProcessId}");   // open to the user that runs PostgreSQL
Directory.CreateDirectory(root);
var rows = new List<string>();
try
{
    string[]? listed = null;
    var alone = new Dictionary<string, Measurement>();
    foreach (var more in (int[])[0, 500_000])
    {
        var folder = Path.Combine(root, more.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        if (more > 0) Synthetic.Write(folder, more, listed!);
        Measurement? ours = null;
        foreach (var name in searchers)
        {
            var built = Run("--build", name, folder)[0].Split(' ').Select(Measurement.Number).ToArray();
            if (name == searchers[0]) listed = Prepare(folder, listed);
            var m = Measurement.Read(Run("--search", name, folder)[0]);
            ours ??= m;
            alone.TryAdd(name, m);
            rows.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {(more == 0 ? "lists" : "lists and 500,000 names")} | {name} | {m.PerSecond:n0} | {m.Median:f2} | {m.P99:f2} | {ours.PerSecond / m.PerSecond:f1} | " +
                $"{alone[name].PerSecond / m.PerSecond:f1} | {m.Recall:p1} | {m.Answered:p1} | {m.Peak:f0} | {built[0]:f1} | {built[1]:f0} |"));
            Console.WriteLine(rows[^1]);
        }
    }
}
finally { Directory.Delete(root, recursive: true); }
File.WriteAllText(target, FormattableString.Invariant($"""
    # Ours beside what one would build oneself

    Written by `dotnet run -c Release --project bench/Rivals -- RESULT.md` on {TimeProvider.System.GetUtcNow():d MMMM yyyy}. OFAC, UN and UK lists; {Questions / 2} ordinary names and as many
    listed ones with a typing error, the first half to warm up and the other half measured, each asked once. Every searcher runs in a process
    of its own on one core, with its server if it has one. *names/s* counts processor time, the percentiles are time on the clock and suffer
    from whatever else the machine does. Answers are the ten best: ours at the default threshold and explained, Lucene.Net's without a threshold
    (it has none), pg_trgm's from a similarity of {TrigramSearcher.Threshold}. *Indexed* is, for ours, reading the official files and compiling them; the rivals get the names ready-made.
    The 500,000 names are made up from words of listed and of ordinary names, so that many an ordinary name really resembles one.

    {Model()}, {Environment.ProcessorCount} cores; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; Ostrakon {Version(typeof(Snapshot))}, Lucene.Net {Version(typeof(Lucene.Net.Index.Term))},
    {Output("psql", "--version").Trim()}.

    | names | searcher | names/s | p50 ms | p99 ms | ours is faster by | slower than with the lists alone by | right party in the first five | ordinary names answered | peak MB | indexed in s | peak MB |
    |---|---|---|---|---|---|---|---|---|---|---|---|
    {string.Join('\n', rows)}

    """));

// What one searcher does, in a process of its own: time and memory are then its own too.
void Child(string task, string name, string folder)
{
    if (task == "--build")
    {
        var watch = Stopwatch.StartNew();
        if (name == searchers[0]) OstrakonSearcher.Build(folder);
        else if (name == searchers[1]) LuceneSearcher.Build(folder, Names(folder));
        else TrigramSearcher.Build(folder, Names(folder));
        Console.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalSeconds} {Measurement.PeakOf(Environment.ProcessId)}"));
        return;
    }
    var questions = Tabbed(Path.Combine(folder, "questions")).Select(c => new Question(c[0], c[1])).ToArray();
    var wanted = questions.Select(q => q.Listed).ToHashSet();
    var parties = Names(folder).Where(n => wanted.Contains(n.Name)).ToLookup(n => n.Name, n => n.Party);
    using ISearcher searcher = name == searchers[0] ? new OstrakonSearcher(folder) : name == searchers[1] ? new LuceneSearcher(folder) : new TrigramSearcher(folder);
    Console.WriteLine(Measurement.Of(searcher, questions, parties).Line());
}

// Names and questions as files beside the snapshot; the questions are those of the lists alone.
string[] Prepare(string folder, string[]? known)
{
    using var snapshot = Snapshot.Open(OstrakonSearcher.PathIn(folder));
    File.WriteAllLines(Path.Combine(folder, "names"), Question.Names(snapshot).Select(n => $"{n.Name.ReplaceLineEndings(" ").Replace('\t', ' ')}\t{n.Party}"));
    known ??= [.. Names(folder).Select(n => n.Name).Where(n => n.Length > 3).Distinct()];
    File.WriteAllLines(Path.Combine(folder, "questions"), Question.Of(known, Questions).Select(q => $"{q.Name}\t{q.Listed}"));
    return known;
}

static IEnumerable<(int Party, string Name)> Names(string folder) =>
    Tabbed(Path.Combine(folder, "names")).Select(c => (int.Parse(c[1], CultureInfo.InvariantCulture), c[0]));

static IEnumerable<string[]> Tabbed(string path) => File.ReadLines(path).Select(l => l.Split('\t'));

static string[] Run(params string[] arguments) =>
    Output("taskset", ["-c", $"{Environment.ProcessorCount - 1}", Environment.ProcessPath!, .. arguments]).Split('\n');

static string Output(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
    var text = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
}

static string Version(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

static string Model() => File.ReadLines("/proc/cpuinfo").First(l => l.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
