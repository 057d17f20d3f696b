using Ostrakon.Documents.Events;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Briefs;

/// <summary>A brief as a person reads it: the order and the words that the text page and the HTML page share. Immutable.</summary>
sealed class BriefView
{
    readonly Dictionary<string, DocumentParty> byId;

    public BriefView(Brief brief)
    {
        Brief = brief;
        byId = brief.Parties.ToDictionary(p => p.Id, StringComparer.Ordinal);
        Listed = [.. brief.Parties.Where(p => !p.Listings.IsEmpty)
            .OrderBy(p => p.Listings.Min(l => l.Tier)).ThenByDescending(p => p.Listings.Max(l => l.Hit.Score))
            .Select(p => (p, p.Listings.SelectMany(l => l.Hit.Party.Listings.Select(entry => new ListingLine(l, entry))).ToList()))];
    }

    public Brief Brief { get; }

    /// <summary>Author, date, site, language: what is known of the document.</summary>
    public IEnumerable<string> Facts => new[]
    {
        Brief.Source, Brief.Article.Author is { } author ? $"by {author}" : null,
        Brief.Article.Published is { } date ? $"{date} ({Brief.Article.PublishedEvidence ?? "given"})" : "no date", Brief.Article.Site, Brief.Article.Language,
        Brief.Article.Truncated ? "TRUNCATED: the page says that the text goes on elsewhere" : null,
    }.OfType<string>();

    /// <summary>Parties with listings, the most pressing first.</summary>
    public List<(DocumentParty Party, List<ListingLine> Listings)> Listed { get; }

    /// <summary>What happened, and apart from it what is only planned, possible, threatened, alleged, denied; empty groups left out.</summary>
    public IEnumerable<(string Heading, List<Event> Events)> EventGroups =>
        Groups.Select(g => (g.Heading, Brief.Events.Where(e => g.Factualities.Contains(e.Factuality, StringComparer.Ordinal)).ToList())).Where(g => g.Item2.Count > 0);

    static readonly (string Heading, string[] Factualities)[] Groups =
    [
        ("WHAT HAPPENED", ["happened"]), ("WHAT GOES ON", ["ongoing"]), ("WHAT IS PLANNED", ["planned"]),
        ("WHAT IS POSSIBLE OR CONDITIONAL", ["possible", "conditional"]), ("WHAT IS ALLEGED", ["alleged"]), ("WHAT IS DENIED", ["denied"]),
        ("WHAT DID NOT HAPPEN", ["not-happened"]), ("WHAT IS UNCERTAIN", ["uncertain"]),
    ];

    public DocumentParty? Party(string id) => byId.GetValueOrDefault(id);

    public string NameOf(string id) => byId.TryGetValue(id, out var party) ? party.Name : id;

    /// <summary>An event in one line: "North Korea: transfer to Russia: artillery shells (arms), according to South Korea".</summary>
    public string Sentence(Event e)
    {
        var line = $"{e.Id} {e.Kind}";
        if (!e.Agent.IsEmpty) line += $": {Names(e.Agent)}";
        if (!e.Counterpart.IsEmpty) line += $" → {Names(e.Counterpart)}";
        if (e.Object is { } thing) line += $", {thing}{(e.ObjectClass is { } sort ? $" ({sort})" : "")}";
        if (e.Place is { } place) line += $", {place}";
        if (e.Time is { } time) line += $", {time.Text}{(time.Value is { } value ? $" ({value})" : "")}";
        if (e.Factuality is "conditional" or "possible") line += $" [{e.Factuality}]";
        return e.Attribution.IsEmpty ? line : $"{line}; says {string.Join(", by ", e.Attribution.Select(NameOf))}";
    }

    string Names(IEnumerable<string> ids) => string.Join(" and ", ids.Select(NameOf));
}

/// <summary>One listing of one party as a person reads it. Immutable.</summary>
sealed class ListingLine(DocumentListing listing, Ostrakon.Parties.Listing entry)
{
    public Tier Tier => listing.Tier;

    public string Why => listing.Why;

    /// <summary>Why the list has the party, in the list's own words, the beginning of it.</summary>
    public string? Reason => entry.Entry.Reason is { Length: > 300 } reason ? reason[..300] + " ..." : entry.Entry.Reason;

    /// <summary>"us-ofac-sdn 35096 Vladimir Vladimirovich Putin [RUSSIA-EO14024], score 0.95".</summary>
    public string Where
    {
        get
        {
            var stands = entry.Entry.StandsFor is { } real ? $" (stands for {real.List} {real.Entry})" : "";
            var programs = entry.Entry.Programs.IsEmpty ? "" : $" [{string.Join(", ", entry.Entry.Programs)}]";
            return $"{entry.List} {entry.Entry.Id}{stands} {entry.Entry.Caption}{programs}, score {listing.Hit.Score:0.00}, probability {listing.Hit.Probability:0.00}";
        }
    }
}
