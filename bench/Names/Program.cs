using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Ostrakon.Names;

// Figures of docs/names.md. Argument: the folder with the pairs of names (parts_*.tsv.gz, full_*.tsv.gz).
// Per script: pairs of a native and a Latin spelling of one name, and the same native names with the Latin ones shuffled.
if (args is not [var folder, ..])
{
    Console.Error.WriteLine("usage: Ostrakon.Names.Bench FOLDER    (the folder with parts_*.tsv.gz and full_*.tsv.gz)");
    return 2;
}
Console.WriteLine("| pairs | n | edit >= 0.8 | wrong | skeleton equal | wrong | sound >= 0.7 | wrong | sound F1 at 0.7 | best |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
foreach (var file in Directory.GetFiles(folder, "*_*.tsv.gz").Order())
{
    var pairs = Pairs(file).Where(p => HeldOut(p.Native)).ToArray();
    if (pairs.Length == 0) continue;
    var shuffled = pairs.Select(p => p.Latin).ToArray();
    new Random(7).Shuffle(shuffled);
    var right = Array.ConvertAll(pairs, p => Compare(p.Native, p.Latin));
    var wrong = pairs.Zip(shuffled, (p, other) => Compare(p.Native, other)).ToArray();
    double Share(Likeness[] of, Func<Likeness, bool> test) => (double)of.Count(test) / of.Length;
    double F1(double at) => 2.0 * right.Count(x => x.Sound >= at) / (right.Length + right.Count(x => x.Sound >= at) + wrong.Count(x => x.Sound >= at));
    var best = Enumerable.Range(20, 70).Select(i => i / 100.0).MaxBy(F1);
    Console.WriteLine($"| {Path.GetFileName(file)[..^7]} | {pairs.Length} | {Share(right, x => x.Edit >= 0.8):P1} | {Share(wrong, x => x.Edit >= 0.8):P2} "
        + $"| {Share(right, x => x.Skeleton):P1} | {Share(wrong, x => x.Skeleton):P2} | {Share(right, x => x.Sound >= 0.7):P1} | {Share(wrong, x => x.Sound >= 0.7):P2} | {F1(0.7):F3} | {F1(best):F3} at {best:F2} |");
}
Console.WriteLine();
var keys = Directory.GetFiles(folder, "*_*.tsv.gz").SelectMany(Pairs).SelectMany(p => NameReader.Read(p.Latin, NameSort.Person)[0].Tokens)
    .DistinctBy(t => t.Text).GroupBy(t => t.Skeleton).Select(g => (double)g.Count()).ToArray();
Console.WriteLine($"{keys.Sum()} Latin words have {keys.Length} skeletons; a word shares its own with {keys.Sum(n => n * n) / keys.Sum() - 1:F1} others");
foreach (var (what, names) in new[] { ("Latin", Pairs(Path.Combine(folder, "full_korean.tsv.gz")).Select(p => p.Latin).ToArray()),
    ("Hangul", Pairs(Path.Combine(folder, "full_korean.tsv.gz")).Select(p => p.Native).ToArray()), ("Hebrew", Pairs(Path.Combine(folder, "full_hebrew.tsv.gz")).Select(p => p.Native).ToArray()),
    ("Han", Pairs(Path.Combine(folder, "parts_chinese.tsv.gz")).Select(p => p.Native).ToArray()), ("Cyrillic", Pairs(Path.Combine(folder, "parts_russian.tsv.gz")).Select(p => p.Native).ToArray()) })
{
    var tokens = 0;
    foreach (var name in names) tokens += NameReader.Read(name, NameSort.Person)[0].Tokens.Length;
    var before = GC.GetAllocatedBytesForCurrentThread();
    var watch = Stopwatch.StartNew();
    foreach (var name in names) NameReader.Read(name, NameSort.Person);
    Console.WriteLine($"{what}: {watch.Elapsed.TotalMicroseconds / names.Length:F2} us a name of {(double)tokens / names.Length:F1} words, {(GC.GetAllocatedBytesForCurrentThread() - before) / names.Length} bytes");
}
return 0;

static IEnumerable<(string Latin, string Native)> Pairs(string file)
{
    using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
    while (reader.ReadLine() is { } line)
        if (line.Split('\t') is [var latin, var native, ..]) yield return (latin, native);
}

// The tenth that eng/tables/learn.py leaves out: FNV-1a of the native form.
static bool HeldOut(string native)
{
    var hash = 2166136261u;
    foreach (var b in Encoding.UTF8.GetBytes(native)) hash = (hash ^ b) * 16777619u;
    return hash % 10 == 0;
}

static Likeness Compare(string one, string other)
{
    var best = new Likeness(0, false, 0);
    foreach (var a in NameReader.Read(one, NameSort.Person))
        foreach (var b in NameReader.Read(other, NameSort.Person))
            best = best.Better(Likeness.Of(a, b));
    return best;
}

/// <summary>How alike two readings are: words paired greedily, unpaired words count as nothing.</summary>
readonly record struct Likeness(double Edit, bool Skeleton, double Sound)
{
    public Likeness Better(Likeness other) => new(Math.Max(Edit, other.Edit), Skeleton || other.Skeleton, Math.Max(Sound, other.Sound));

    public static Likeness Of(NameReading one, NameReading other)
    {
        var a = one.Tokens.Where(t => t.Role != TokenRole.Particle).ToList();
        var b = other.Tokens.Where(t => t.Role != TokenRole.Particle).ToList();
        if (a.Count == 0 || b.Count == 0) return default;
        // Words that one side writes in one piece and the other in several are compared joined.
        if (a.Count != b.Count && (a.Count == 1 || b.Count == 1)) (a, b) = ([Joined(a)], [Joined(b)]);
        if (a.Count > b.Count) (a, b) = (b, a);
        double edit = 0, sound = 0;
        var skeleton = a.Count == b.Count;
        var free = b.ToList();
        foreach (var token in a)
        {
            var partner = free.MaxBy(t => Ostrakon.Names.Sound.Similarity(token, t))!;
            free.Remove(partner);
            sound += Ostrakon.Names.Sound.Similarity(token, partner);
            edit += Spellings(token).Max(x => Spellings(partner).Max(y => EditSimilarity(x, y)));
            skeleton &= token.Skeleton == partner.Skeleton || Spellings(token).Intersect(Spellings(partner)).Any();
        }
        return new(edit / b.Count, skeleton, sound / b.Count);
    }

    static NameToken Joined(List<NameToken> tokens) => tokens.Count == 1 ? tokens[0] : tokens[0] with
    {
        Text = string.Concat(tokens.Select(t => t.Text)), Skeleton = string.Concat(tokens.Select(t => t.Skeleton)),
        Variants = [.. Enumerable.Range(0, tokens.Max(t => t.Variants.Length)).Select(i => string.Concat(tokens.Select(t => i < t.Variants.Length ? t.Variants[i] : t.Text)))],
    };

    static IEnumerable<string> Spellings(NameToken token) => token.Variants.Prepend(token.Text);

    static double EditSimilarity(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < other.Length; j++)
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j + 1], row[j]) + 1, diagonal + (one[i] == other[j] ? 0 : 1)));
        }
        return 1 - (double)row[^1] / Math.Max(one.Length, other.Length);
    }
}
