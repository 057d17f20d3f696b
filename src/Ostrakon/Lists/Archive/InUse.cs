using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ostrakon.Index;

namespace Ostrakon.Lists.Archive;

/// <summary>
/// Which version of each list is in use, and the snapshot compiled from them: one small text file, and replacing it is the one commit
/// point of every change. Immutable.
/// </summary>
/// <param name="Snapshot">The compiled snapshot's file name.</param>
/// <param name="Lists">The lists, by id.</param>
public sealed record InUse(string Snapshot, ImmutableArray<ListInUse> Lists)
{
    const string Head = "ostrakon 1";

    /// <summary>Nothing imported yet.</summary>
    internal static InUse Nothing { get; } = new("", []);

    /// <summary>The list's version in use; null where there is none.</summary>
    public ListInUse? Of(string list) => Lists.Where(l => l.List == list).Select(l => (ListInUse?)l).FirstOrDefault();

    /// <summary>The same with one list's version replaced or added.</summary>
    internal InUse With(ListInUse change) =>
        this with { Lists = [.. Lists.Where(l => l.List != change.List).Append(change).OrderBy(l => l.List, StringComparer.Ordinal)] };

    /// <summary>Changes whenever what is in use changes, and costs one look at the file's time.</summary>
    internal static DateTime Stamp(DataFolder folder) => File.GetLastWriteTimeUtc(folder.InUse);

    /// <summary>Reads the file; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="DataFolderException">The folder cannot be read.</exception>
    internal static InUse? Read(DataFolder folder)
    {
        if (!folder.Exists()) return null;
        byte[] bytes;
        try { bytes = File.ReadAllBytes(folder.InUse); }
        catch (FileNotFoundException) { return null; }
        return Parse(bytes) ?? throw new InvalidDataException($"{folder.InUse} is damaged.");
    }

    /// <summary>Puts this in use.</summary>
    internal void Write(DataFolder folder)
    {
        var text = new StringBuilder($"{Head}\nsnapshot {Snapshot}\n");
        foreach (var l in Lists) text.Append(CultureInfo.InvariantCulture, $"list {l.List} {l.Version}{(l.Pinned ? " pinned" : "")}\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        DurableFile.Replace(folder.InUse, stream =>
        {
            stream.Write(bytes);
            stream.Write(Encoding.UTF8.GetBytes($"checksum {Checksum.Of(bytes):x16}\n"));
        }, newerThan: Stamp(folder));
    }

    static InUse? Parse(byte[] bytes)
    {
        const int Last = 26;   // the checksum's line
        if (bytes.Length < Last || Encoding.UTF8.GetString(bytes.AsSpan(^Last..)) != $"checksum {Checksum.Of(bytes.AsSpan(..^Last)):x16}\n") return null;
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(..^Last)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [Head, var snapshot, .. var lists]) return null;
        return new(snapshot["snapshot ".Length..],
            [.. lists.Select(l => l.Split(' ')).Select(w => new ListInUse(w[1], w[2], w is [.., "pinned"]))]);
    }
}

/// <summary>A list's version in use. Immutable.</summary>
/// <param name="List">The list id.</param>
/// <param name="Version">The version's name.</param>
/// <param name="Pinned">The user chose it; later versions do not replace it.</param>
public readonly record struct ListInUse(string List, string Version, bool Pinned);
