using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>The Treasury's two lists, told apart by their programmes (<c>programs.tsv</c>): the files look the same.</summary>
static class OfacLists
{
    /// <summary>What the advanced and enhanced XML call the SDN list.</summary>
    public const string SdnName = "SDN List";

    const string Sdn = "us-ofac-sdn";
    const string Consolidated = "us-ofac-cons";

    static readonly ImmutableArray<(string Program, string List)> Table =
        [.. EmbeddedText.Rows("Lists/Ofac/programs.tsv").Select(row => (row[0], row[1]))];

    /// <summary>Refuses entries that are those of another list than the one asked for, or of which that cannot be told.</summary>
    /// <param name="source">What was asked for.</param>
    /// <param name="file">The file, for messages.</param>
    /// <param name="entries">What was read.</param>
    /// <param name="named">How many entries the file says stand on the SDN list and on others, where it says so.</param>
    public static void RefuseOther(ListSource source, string file, ImmutableArray<Entry> entries, (int Sdn, int Other) named = default)
    {
        if (source.Force) return;
        if (source.List is not (Sdn or Consolidated))
            throw new ListFormatException(file, 0, $"is a list of the Treasury's OFAC, not {source.List}",
                $"Import it as {Sdn} or {Consolidated}, or insist with --force.");
        var (sdn, consolidated) = named == default ? CountPrograms(entries) : named;
        var found = sdn > consolidated ? Sdn : consolidated > sdn ? Consolidated : null;
        if (found == source.List) return;
        throw found is null
            ? new ListFormatException(file, 0, "holds no programme that tells whether it is the SDN list or the consolidated list",
                $"Check which file it is; if it is {source.List}, insist with --force.")
            : new ListFormatException(file, 0, $"holds the entries of {found}, not of {source.List}",
                $"Import it as {found}, or insist with --force.");
    }

    static (int Sdn, int Consolidated) CountPrograms(ImmutableArray<Entry> entries)
    {
        var programs = entries.SelectMany(e => e.Programs).CountBy(ListOf).ToDictionary();
        return (programs.GetValueOrDefault("sdn"), programs.GetValueOrDefault("cons"));
    }

    static string ListOf(string program)
    {
        foreach (var (pattern, list) in Table)
            if (pattern.EndsWith('*') ? program.StartsWith(pattern[..^1], StringComparison.Ordinal) : program == pattern) return list;
        return "sdn";
    }
}
