using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Fit;

/// <summary>The published lists of the evaluation data as snapshots in memory.</summary>
static class ListSets
{
    static readonly Dictionary<string, string[]> Files = new()
    {
        ["un-sc"] = ["un/un_consolidated_2026-08.xml.gz"],
        ["us-ofac-sdn"] = ["ofac/sdn_2024-05-03.csv.gz", "ofac/set_2025-01/alt.csv.gz"],
        ["uk-sl"] = ["uk/ofsi_conlist_2025-04-10.xlsx"],
    };

    /// <summary>Compiles the lists with these ids.</summary>
    public static Snapshot Compile(params IEnumerable<string> lists)
    {
        using var stream = new MemoryStream();
        SnapshotCompiler.Compile(Read(lists), stream);
        return Snapshot.FromBytes(stream.ToArray());
    }

    /// <summary>Reads the lists with these ids.</summary>
    public static List<(ListVersion Version, ImmutableArray<Entry> Entries)> Read(IEnumerable<string> lists) =>
        [.. lists.Select(id => Read(id, [.. Files[id].Select(f => ListFile.Read(SharedFolder.PathOf("data/lists/" + f)))]))];

    /// <summary>Reads files as a version of a list.</summary>
    public static (ListVersion Version, ImmutableArray<Entry> Entries) Read(string id, ImmutableArray<ListFile> files) =>
        (new(id, "2026-01-01", new(2026, 1, 1), "option", DateTimeOffset.UnixEpoch, new string('0', 64), 0, 0, new(0, []), []),
            ListFormats.Parse(new(id, files, Force: true)).Entries);
}
