using System.Diagnostics;
using System.Globalization;

namespace Ostrakon.Rivals;

/// <summary>What one searcher did with all questions.</summary>
/// <param name="PerSecond">Names a second of processor time, the server's included.</param>
/// <param name="Median">Milliseconds on the clock.</param>
/// <param name="P99">Milliseconds on the clock.</param>
/// <param name="Recall">Share of the damaged names for which the party with the name was among the first five.</param>
/// <param name="Answered">Share of the ordinary names that got an answer.</param>
/// <param name="Peak">Largest memory of the process that searches, MB.</param>
sealed record Measurement(double PerSecond, double Median, double P99, double Recall, double Answered, double Peak)
{
    const int WarmUp = 4000;   // by then the runtime has compiled what is hot

    public static Measurement Of(ISearcher searcher, Question[] questions, ILookup<string, int> parties)
    {
        var found = new List<int>();
        foreach (var question in questions[..WarmUp]) searcher.Search(question.Name, found);
        var asked = questions[WarmUp..];
        var times = new double[asked.Length];
        int right = 0, listed = 0, answered = 0;
        var before = Processor(Environment.ProcessId) + Processor(searcher.Server);
        for (var i = 0; i < asked.Length; i++)
        {
            found.Clear();
            var start = Stopwatch.GetTimestamp();
            searcher.Search(asked[i].Name, found);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (asked[i].Listed.Length == 0) { answered += found.Count > 0 ? 1 : 0; continue; }
            listed++;
            if (found.Distinct().Take(5).Intersect(parties[asked[i].Listed]).Any()) right++;
        }
        var seconds = Processor(Environment.ProcessId) + Processor(searcher.Server) - before;
        Array.Sort(times);
        return new(asked.Length / seconds, times[asked.Length / 2], times[asked.Length * 99 / 100], (double)right / listed,
            (double)answered / (asked.Length - listed), PeakOf(searcher.Server == 0 ? Environment.ProcessId : searcher.Server));
    }

    /// <summary>Seconds of processor time that a process used; /proc/PID/stat has them in hundredths behind the name in brackets.</summary>
    static double Processor(int process)
    {
        if (process == 0) return 0;
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / 100;
    }

    /// <summary>The most memory that a process ever had, MB, mapped files included.</summary>
    public static double PeakOf(int process) =>
        Number(File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1000;

    /// <summary>As one line between processes.</summary>
    public string Line() => string.Join(' ', ((double[])[PerSecond, Median, P99, Recall, Answered, Peak]).Select(v => v.ToString("R", CultureInfo.InvariantCulture)));

    public static Measurement Read(string line)
    {
        var v = line.Split(' ').Select(Number).ToArray();
        return new(v[0], v[1], v[2], v[3], v[4], v[5]);
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
