using Ostrakon.Cli.CommandLine;
using Ostrakon.Index;
using Ostrakon.Matching;
using Ostrakon.Parties;

namespace Ostrakon.Cli.Commands;

/// <summary>The answer to <c>screen</c> for a reader.</summary>
static class ScreenText
{
    public static void Write(TextWriter output, Query query, Screening screening, Snapshot snapshot, ScreeningOptions options)
    {
        if (screening.Total == 0)
            output.WriteLine($"No hit at or above {options.Threshold:0.00} for {Quoted(query)}.");
        else
            output.WriteLine($"{screening.Total} hit{(screening.Total == 1 ? "" : "s")} for {Quoted(query)}");
        var rank = 0;
        foreach (var hit in screening.Hits)
        {
            output.WriteLine();
            output.WriteLine($"{++rank}. {hit.Party.Caption}  {hit.Score:0.00}  ({hit.Party.Schema}, probability {hit.Probability:0.00})");
            if (hit.MatchedName.Text != hit.Party.Caption) output.WriteLine($"   as    {hit.MatchedName.Text} ({Kind(hit.MatchedName.Kind)})");
            output.WriteLine($"   why   {hit.Explanation.Summary}");
            foreach (var listing in hit.Party.Listings) output.WriteLine($"   list  {Listed(listing)}");
            output.WriteLine($"   more  ostrakon party {hit.Party.Id}");
        }
        if (screening.Total > screening.Hits.Length)
            Console.Error.WriteLine($"{screening.Total - screening.Hits.Length} more at or above the threshold: raise --limit to see them.");
        output.WriteLine();
        output.WriteLine($"Lists: {string.Join(", ", snapshot.Lists.Select(l => $"{l.List} {l.Version} ({l.Entries:N0} entries)"))}");
        Demonstration.Tell(output, snapshot);
    }

    static string Listed(Listing listing) =>
        $"{listing.List} {listing.Entry.Id}"
        + (listing.Entry.StandsFor is { } real ? $" (stands for {real.List} {real.Entry})" : "")
        + (listing.Entry.Programs.IsEmpty ? "" : $"  {string.Join(", ", listing.Entry.Programs)}")
        + (listing.Entry.ListedOn is { } day ? $", since {day}" : "");

    static string Quoted(Query query) => string.Join(" / ", query.Names.Select(n => $"\"{n}\""));

    static string Kind(NameKind kind) => kind switch
    {
        NameKind.WeakAlias => "weak alias",
        NameKind.OriginalScript => "original script",
        NameKind.Former => "former name",
        NameKind.Alias => "alias",
        _ => "primary name",
    };
}
