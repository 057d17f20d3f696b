using System.Collections.Immutable;
using System.IO.Compression;
using Ostrakon.Lists;

namespace Ostrakon.Fuzz;

/// <summary>
/// Damaged list files. Whatever comes in ends in a list that keeps the rules of <see cref="Parties.Entry"/> or in a
/// <see cref="ListFormatException"/>, within bounded memory. Immutable; any number of threads may run it.
/// </summary>
sealed class ParserFuzz
{
    /// <summary>What reading may allocate: a base for tables that are loaded once, and so much for every byte of the files.</summary>
    const long BaseAllocation = 96L << 20, AllocationPerByte = 4096;

    readonly ImmutableArray<ImmutableArray<ListFile>> seeds;

    /// <summary>Takes every file below a folder, each alone, and the files of a folder that are read together as a set.</summary>
    public ParserFuzz(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => ListFile.Read(path)).ToList();
        var sets = files.Where(f => f.Name.EndsWith(".csv", StringComparison.Ordinal)).GroupBy(f => Path.GetDirectoryName(f.Name)).Where(g => g.Count() > 1);
        seeds = [.. files.Select(f => ImmutableArray.Create(f)), .. sets.Select(s => s.ToImmutableArray())];
    }

    /// <summary>How many different starting points there are.</summary>
    public int Seeds => seeds.Length;

    /// <summary>Tries one damaged input.</summary>
    /// <param name="number">Which one: the same number is the same input.</param>
    /// <returns>What it broke; null where all is well.</returns>
    public string? Try(int number)
    {
        var random = new Random(number);
        var seed = seeds[random.Next(seeds.Length)];
        var other = seeds[random.Next(seeds.Length)];
        var victim = random.Next(seed.Length);
        var bytes = Mutation.Of(seed[victim].Content.ToArray(), other[random.Next(other.Length)].Content.ToArray(), random);
        var before = GC.GetAllocatedBytesForCurrentThread();
        string? broken;
        try
        {
            var file = seed[victim] with { Content = bytes.Length > 0 && random.Next(8) == 0 ? Packed(bytes, random) : bytes };
            broken = file.Content.IsEmpty ? null : Broken(ListFormats.Parse(new("fuzz", seed.SetItem(victim, file), Force: true)));
        }
        catch (ListFormatException)
        {
            broken = null;
        }
#pragma warning disable CA1031 // Any other exception is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            broken = e.ToString();
        }
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (broken is null && allocated > BaseAllocation + AllocationPerByte * bytes.Length) broken = $"allocated {allocated >> 20} MiB for {bytes.Length} bytes";
        return broken is null ? null : $"input {number} from {seed[victim].Name}: {broken}";
    }

    /// <summary>Gzipped, and now and then damaged after that.</summary>
    static ReadOnlyMemory<byte> Packed(byte[] bytes, Random random)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        var content = packed.ToArray();
        if (random.Next(2) == 0) content[random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
        return ListFile.Unpack("fuzz.gz", new MemoryStream(content));
    }

    static string? Broken(ParsedList list)
    {
        if (list.Entries.IsDefaultOrEmpty) return "parsed, but holds no entry";
        foreach (var e in list.Entries)
        {
            if (string.IsNullOrWhiteSpace(e.Id)) return "an entry without an id";
            if (e.Names.IsDefaultOrEmpty || e.Names.Any(n => string.IsNullOrWhiteSpace(n.Text))) return $"entry {e.Id} has no name or an empty one";
            if (e.Facts.Any(f => f.Property.Length == 0 || f.Value.Length == 0)) return $"entry {e.Id} has an empty fact";
            if (e.Names.Any(n => n.Family is { } family && !n.Text.Contains(family, StringComparison.OrdinalIgnoreCase))) return $"entry {e.Id} has a family name that is not in the name";
        }
        return list.Coverage.Mapped < 0 || list.Coverage.Unmapped.Any(u => u.Count <= 0) ? "a coverage that cannot be" : null;
    }
}
