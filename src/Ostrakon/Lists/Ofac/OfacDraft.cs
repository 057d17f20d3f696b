using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// An entry in the making: what the files of a set say about one entity number. All formats of the Treasury fill it, so that the same
/// party comes out the same from each. For one thread.
/// </summary>
sealed class OfacDraft(string id, string schema)
{
    readonly List<WrittenName> names = [];
    readonly List<Fact> facts = [];
    readonly List<Relation> relations = [];
    readonly List<PublishedField> published = [];

    /// <summary>The entity number.</summary>
    public string Id => id;

    /// <summary>Whether the entry is an individual.</summary>
    public bool IsPerson => schema == "Person";

    /// <summary>Whether the entry is a vessel or an aircraft.</summary>
    public bool IsCraft => schema is "Vessel" or "Airplane";

    /// <summary>The sanctions programmes, in published order.</summary>
    public List<string> Programs { get; } = [];

    /// <summary>The legal bases of the listing, in published order.</summary>
    public List<string> LegalBases { get; } = [];

    /// <summary>On which of the Treasury's lists the party stands, and since when (ISO 8601).</summary>
    public List<(string List, string? Since)> Listings { get; } = [];

    /// <summary>Whether there is a name yet.</summary>
    public bool HasName => names.Count > 0;

    /// <summary>Adds a name as the legacy files write it.</summary>
    public void Name(string text, NameKind kind) => names.Add(new(text, kind, null, null));

    /// <summary>Adds a name whose surname and given names the file keeps apart; <paramref name="whole"/> is both, and the name of a non-person.</summary>
    public void Name(string family, string given, NameKind kind, string whole) => names.Add(new(whole, kind, family, given));

    /// <summary>Adds a fact, once.</summary>
    public void Fact(Fact fact)
    {
        if (!facts.Contains(fact)) facts.Add(fact);
    }

    /// <summary>Whether a fact is there already, whatever its type.</summary>
    public bool Has(string property, string value) => facts.Exists(f => f.Property == property && f.Value == value);

    /// <summary>Adds an address, and its country as a fact of its own.</summary>
    /// <param name="street">Street and house in one or more lines.</param>
    /// <param name="place">City, state or province and postal code, as <see cref="Place"/> joins them.</param>
    /// <param name="country">As the list spells it.</param>
    /// <param name="note">What else is said of it.</param>
    public void Address(IEnumerable<string?> street, string? place, string? country, string? note = null)
    {
        var text = string.Join(", ", street.Append(place).Append(country).Where(p => !string.IsNullOrEmpty(p)));
        if (text.Length == 0) return;
        if (text != country) Fact(new("address", text, Country: country, Note: note));
        if (country is not null) Fact(new("country", country));
    }

    /// <summary>City, state and postal code as the legacy files write them: "Karamay, Xinjiang 834000".</summary>
    public static string Place(string? city, string? state, string? postalCode)
    {
        var place = string.Join(", ", new[] { city, state }.Where(p => !string.IsNullOrEmpty(p)));
        return $"{place} {postalCode}".Trim();
    }

    /// <summary>Adds a link to another party, once; by entity number where the file has it.</summary>
    public void Relation(string kind, string name, string? entry = null)
    {
        var relation = new Relation(kind, name, entry);
        if (!relations.Contains(relation)) relations.Add(relation);
    }

    /// <summary>Keeps a field as published.</summary>
    public void Publish(string name, string value) => published.Add(new(name, value));

    /// <summary>The entry. Links name other parties as published; <see cref="OfacLinks"/> resolves them.</summary>
    public Entry Build() => new()
    {
        Id = id,
        Schema = schema == "Organization" && facts.Exists(IsOfCompany) ? "Company" : schema,
        Names = BuildNames(),
        Facts = [.. facts],
        Programs = [.. Programs.Distinct()],
        ListedOn = FirstListing(),
        Reason = LegalBases.Count == 0 ? null : string.Join("; ", LegalBases.Distinct()),
        Relations = [.. relations],
        Published = [.. published],
    };

    ImmutableArray<PartyName> BuildNames()
    {
        var familyFirst = IsPerson && IsFamilyFirst();
        var built = ImmutableArray.CreateBuilder<PartyName>(names.Count);
        foreach (var name in names.OrderBy(n => n.Kind == NameKind.Primary ? 0 : 1))
        {
            var read = name.Given is null || !IsPerson
                ? OfacNames.Read(name.Whole, name.Kind, IsPerson, familyFirst)
                : OfacNames.Person(name.Family!, name.Given, name.Kind, familyFirst, name.Whole);
            // Some aliases differ from another name only in how the published form divides it.
            if (!built.Any(n => n.Kind == read.Kind && n.Text == read.Text)) built.Add(read);
        }
        return built.DrainToImmutable();
    }

    /// <summary>
    /// The SDN list's own date where the party stands on it: it may have been on a lesser list before. The legacy files tell only the
    /// dates of some measures.
    /// </summary>
    string? FirstListing()
    {
        var dates = Listings.Exists(l => l.List == OfacLists.SdnName) ? Listings.FindAll(l => l.List == OfacLists.SdnName) : Listings;
        return dates.Count > 0
            ? dates.Min(l => l.Since)
            : facts.Where(f => f.Property == "listingDate").Min(f => f.Value);
    }

    /// <summary>The list tells companies from other entities only here; all others are organisations, as FollowTheMoney users have them.</summary>
    static bool IsOfCompany(Fact fact) =>
        fact is { Property: "legalForm", Value: "Private Company" or "Public Company" or "State-Owned Enterprise" };

    /// <summary>Nationality decides, else the birth place, else the programme.</summary>
    bool IsFamilyFirst()
    {
        foreach (var (property, other) in new[] { ("nationality", "citizenship"), ("birthPlace", "birthPlace") })
        {
            var found = facts.FindAll(f => f.Property == property || f.Property == other);
            if (found.Count > 0) return found.Exists(f => OfacNames.IsFamilyFirst(f.Value[(f.Value.LastIndexOf(',') + 1)..].Trim()) || OfacNames.IsFamilyFirst(f.Value));
        }
        return Programs.Exists(p => p.StartsWith("DPRK", StringComparison.Ordinal));
    }

    /// <summary>A name as the file has it; family and given names where the file keeps them apart.</summary>
    readonly record struct WrittenName(string Whole, NameKind Kind, string? Family, string? Given);
}
