using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Matching;

namespace Ostrakon.Rivals;

/// <summary>Ours: one screening with explained hits at the default threshold.</summary>
sealed class OstrakonSearcher(string folder) : ISearcher
{
    readonly Screener screener = new(Snapshot.Open(PathIn(folder)));
    readonly ScreeningOptions options = new() { Limit = ISearcher.Limit };

    public static string PathIn(string folder) => Path.Combine(folder, "lists.snapshot");

    /// <summary>Reads the three lists, and the user's own where there is one, and compiles them.</summary>
    public static void Build(string folder)
    {
        var lists = Fit.ListSets.Read(["us-ofac-sdn", "un-sc", "uk-sl"]);
        if (File.Exists(Synthetic.PathIn(folder))) lists.Add(Fit.ListSets.Read(Synthetic.List, [ListFile.Read(Synthetic.PathIn(folder))]));
        using var file = File.Create(PathIn(folder));
        SnapshotCompiler.Compile(lists, file);
    }

    public void Search(string name, List<int> parties)
    {
        foreach (var hit in screener.Screen(new() { Names = [name] }, options).Hits) parties.Add(hit.Number);
    }

    public void Dispose() => screener.Snapshot.Dispose();
}
