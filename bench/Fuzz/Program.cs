// Damaged list files in numbers: dotnet run -c Release --project bench/Fuzz -- [COUNT=1000000] [FIRST=1000000] [FOLDER].
// Each input is decided by its number, so that one that fails can be tried again: -- 1 NUMBER. Exit code 1 where any failed.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Ostrakon.Fuzz;

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
var fuzz = new ParserFuzz(args.Length > 2 ? args[2] : Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "test", "Ostrakon.Tests", "Fixtures", "lists"));

var watch = Stopwatch.StartNew();
var (done, failed, slowest) = (0, 0, TimeSpan.Zero);
Parallel.For(first, first + count, number =>
{
    var started = watch.Elapsed;
    var broken = fuzz.Try(number);
    var took = watch.Elapsed - started;
    lock (watch)
    {
        if (took > slowest) slowest = took;
        if (broken is not null && ++failed <= 20) Console.Error.WriteLine(broken);
        if (++done % 50_000 == 0) Console.Error.WriteLine($"{done:N0} of {count:N0} inputs, {failed} failed, slowest {slowest.TotalMilliseconds:N0} ms");
    }
});
Console.WriteLine($"{count:N0} damaged inputs from {fuzz.Seeds} starting points in {watch.Elapsed.TotalMinutes:N1} minutes: {failed} failed; slowest {slowest.TotalMilliseconds:N0} ms; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
return failed == 0 ? 0 : 1;

static string Here([CallerFilePath] string path = "") => path;
