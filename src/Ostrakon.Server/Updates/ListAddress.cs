using Ostrakon.Lists;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Server.Updates;

/// <summary>Where a file of a list is published. Immutable.</summary>
/// <param name="List">The list id.</param>
/// <param name="Address">Its address.</param>
/// <param name="File">Its name once it is here.</param>
public sealed record ListAddress(string List, Uri Address, string File)
{
    const string Own = "addresses.tsv";

    /// <summary>The addresses by list: the product's own, and those of the data folder's <c>addresses.tsv</c> in their place.</summary>
    /// <exception cref="DataFolderException">A row is none.</exception>
    public static ILookup<string, ListAddress> All(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var known = ServerTables.Rows("Updates/list-addresses.tsv").Select(static r => new ListAddress(r[0], new(r[1]), r[2])).ToList();
        var path = Path.Combine(folder.Root, Own);
        if (!System.IO.File.Exists(path)) return known.ToLookup(static a => a.List, StringComparer.Ordinal);
        var lines = System.IO.File.ReadAllLines(path).Select((line, i) => (Cells: line.Split('\t'), Number: i + 1)).Where(static l => l.Cells is not ([""] or [['#', ..], ..])).ToList();
        var replaced = lines.Select(static l => l.Cells[0]).ToHashSet(StringComparer.Ordinal);
        return known.Where(a => !replaced.Contains(a.List)).Concat(lines.Where(static l => l.Cells is not [_, "-", ..]).Select(l => Parse(path, l.Cells, l.Number)))
            .ToLookup(static a => a.List, StringComparer.Ordinal);
    }

    static ListAddress Parse(string path, string[] cells, int line) =>
        cells is [var list, var address, { Length: > 0 } file] && ListId.IsValid(list) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && Path.GetFileName(file) == file
            ? new(list, uri, file)
            : throw new DataFolderException($"{path}:{line}", "is no row of list, address and file name", "Write the three with tabs between, or an address \"-\" to take a list out.");
}
