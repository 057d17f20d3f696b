using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ostrakon.Matching;
using Ostrakon.Parties;

namespace Ostrakon.Documents.Mentions;

/// <summary>
/// Sorts what the lists say of a party into alert, review and suppressed, each with its reason in one sentence. First the name is
/// weighed, then what the document says besides: birth date, country, subject. Hits whose names agree too little are no listings.
/// </summary>
static partial class Judge
{
    // So many namesakes on the lists are shown; the rest agree no better.
    const int MostListings = 5;

    public static ImmutableArray<DocumentListing> Listings(PartyDraft party, DocumentContext context)
    {
        var best = new Dictionary<int, (Hit Hit, NameSpan Span)>();
        foreach (var span in party.Names)
            foreach (var hit in span.Hits)
                if (!best.TryGetValue(hit.Number, out var known) || hit.Score > known.Hit.Score) best[hit.Number] = (hit, span);
        if (best.Count == 0) return [];
        var listings = new List<DocumentListing>();
        foreach (var (hit, span) in best.Values.OrderByDescending(b => b.Hit.Score).ThenBy(b => b.Hit.Number))
            if (Weigh(party, hit, span) is { } verdict) listings.Add(InContext(new(hit, verdict.Tier, verdict.Why), party, NameEvidence.Of(hit), context));
        return [.. listings.OrderBy(l => l.Tier).ThenByDescending(l => l.Hit.Score).Take(MostListings)];
    }

    /// <summary>What the name alone is worth; null where it is worth nothing.</summary>
    static (Tier Tier, string Why)? Weigh(PartyDraft party, Hit hit, NameSpan span)
    {
        var name = NameEvidence.Of(hit);
        var weak = hit.MatchedName.Kind == NameKind.WeakAlias;
        if (span.IsPart) return name.IsWhole && name.Exact > 1 ? (name.Exact > 2 ? Tier.Alert : Tier.Review, $"{Listed(hit)} stands inside a longer name.") : null;
        return hit.Party.Schema switch
        {
            "Person" => Person(party, hit, name, weak),
            "Vessel" or "Airplane" => Vessel(party, hit, name, span),
            _ => Organisation(party, hit, name, span, weak),
        };
    }

    static (Tier, string)? Person(PartyDraft party, Hit hit, NameEvidence name, bool weak)
    {
        if (party.Kind != PartyKind.Person && !(name.IsWhole && name.Exact > 1)) return null;
        if (name.Agreeing < 2)
            return name.IsWhole && !name.IsCommonWord && hit.MatchedName.Kind == NameKind.Primary ? (Tier.Review, $"One name word agrees with {Listed(hit)}.")
                : name.IsWhole ? (Tier.Suppressed, $"Only the word \"{name.OnlyWord}\" agrees with {Listed(hit)}; many bear it.") : null;
        if (name.Extra > 0)
            return name.Missing > 0 || hit.Score < 0.84 ? null
                : name.Extra == 1 && name.Exact >= 2 ? (name.Exact > 2 ? Tier.Alert : Tier.Review, $"The text's name has a word more than {Listed(hit)}.")
                : name.Extra == 2 && name.Exact > 2 ? (Tier.Review, $"The text's name has two words more than {Listed(hit)}.") : null;
        if (weak) return name.IsWhole ? (Tier.Review, $"Agrees with {Listed(hit)}, which the list calls a weak alias.") : null;
        if (name.Exact >= 3 || name.Exact >= 2 && name.Alike > 0 && name.Missing == 0 || name.Exact >= 2 && name.Missing == 0 && !AllCommon(hit))
            return (Tier.Alert, Agrees(hit, name));
        if (name.Exact >= 2 && name.Alike == 0 && hit.Score >= 0.85)
            return AllCommon(hit) ? (Tier.Review, $"{Agrees(hit, name)} The name is common.")
                : IsPatronymic(hit) ? (Tier.Alert, Agrees(hit, name)) : (Tier.Review, Agrees(hit, name));
        return hit.Score >= (name.Agreeing > 2 ? 0.82 : 0.86) && name.Missing <= (name.Agreeing > 3 ? 1 : 0) && !AllCommon(hit) ? (Tier.Review, Agrees(hit, name)) : null;
    }

    static (Tier, string)? Vessel(PartyDraft party, Hit hit, NameEvidence name, NameSpan span)
    {
        if (name.Extra > 0 || name.Missing > 0 && name.Exact < 2 || hit.Score < 0.84 || name.Exact == 0) return null;
        if (party.Kind == PartyKind.Vessel && name.Exact > 0 && span.IsShip)
            return name.IsWhole ? (Tier.Alert, $"{Agrees(hit, name)} The text speaks of a ship.") : (Tier.Review, $"{Agrees(hit, name)} The text speaks of a ship.");
        if (span.IsShip && name.IsWhole) return (name.Exact > 1 || !name.IsCommonWord ? Tier.Alert : Tier.Review, $"{Agrees(hit, name)} The sentence speaks of ships.");
        if (name.IsWhole && name.Exact > 1 && party.Kind is PartyKind.Vessel or PartyKind.Organisation && !AllCommon(hit)) return (Tier.Review, $"{Agrees(hit, name)} Nothing says that it is a ship.");
        return name.IsWhole ? (Tier.Suppressed, $"The words are those of {Listed(hit)}, but nothing in the text speaks of a ship.") : null;
    }

    static (Tier, string)? Organisation(PartyDraft party, Hit hit, NameEvidence name, NameSpan span, bool weak)
    {
        if (party.Kind is PartyKind.Person or PartyKind.Vessel or PartyKind.Place && !(name.IsWhole && name.Exact > 1)) return null;
        if (span.Known is { Party.Kind: PartyKind.Organisation } && name.IsWhole) return (Tier.Alert, Agrees(hit, name));
        if (name.Agreeing < 2)
        {
            if (name.Extra > 0 || name.Missing > 0 || name.Exact == 0) return null;
            if (name.LegalForm && !weak) return (Tier.Alert, Agrees(hit, name));
            if (name.IsCommonWord || weak || name.OnlyWord!.Length < 5)
                return (Tier.Suppressed, $"Only the word \"{name.OnlyWord}\" agrees with {Listed(hit)}, and it says too little.");
            return hit.Score >= 0.94 ? (Tier.Alert, Agrees(hit, name)) : (Tier.Review, $"{Agrees(hit, name)} One word, without its legal form.");
        }
        if (name.Extra > 0)
            return name.Extra == 1 && name.Missing <= 1 && name.Exact >= 2 && hit.Score >= (name.Exact > 2 ? 0.88 : 0.92) ? (Tier.Review, $"{name.Exact} words agree with {Listed(hit)}, the last does not.") : null;
        if (name.Missing > 0) return name.Exact >= 3 && name.Missing == 1 && hit.Score >= 0.88 ? (Tier.Review, $"{Agrees(hit, name)} The listed name is longer.") : null;
        if (weak) return (Tier.Review, $"Agrees with {Listed(hit)}, which the list calls a weak alias.");
        if (name.Alike == 0) return AllCommon(hit) && name.Exact == 2 ? (Tier.Review, $"{Agrees(hit, name)} Its words are common.") : (Tier.Alert, Agrees(hit, name));
        if (name.Exact >= 2 || name.LegalForm && hit.Score >= 0.89) return (Tier.Alert, Agrees(hit, name));
        return name.Exact >= 1 && hit.Score >= (name.LegalForm ? 0.78 : 0.8) && !AllCommon(hit) ? (Tier.Review, Agrees(hit, name)) : null;
    }

    /// <summary>What the document says besides the name moves a tier, never without saying so.</summary>
    static DocumentListing InContext(DocumentListing listing, PartyDraft party, NameEvidence name, DocumentContext context)
    {
        if (listing.Hit.Party.Schema == "Person")
        {
            switch (BirthDates.Compare(party, listing.Hit.Party, context))
            {
                case { Agrees: true } agreed: return listing with { Tier = Tier.Alert, Why = $"{listing.Why} {agreed.Why}" };
                case { Agrees: false } contradicted: return listing with { Tier = Tier.Suppressed, Why = $"{listing.Why} {contradicted.Why}" };
            }
            if (context.IsSport && !context.IsCrime && listing.Tier != Tier.Suppressed)
                return name.Exact >= 3 && !AllCommon(listing.Hit) ? listing with { Why = $"{listing.Why} The document reports on sports, but so many words rarely agree by chance." }
                    : name.Exact >= 3 ? listing with { Tier = Tier.Review, Why = $"{listing.Why} But the document reports on sports." }
                    : listing with { Tier = Tier.Suppressed, Why = $"{listing.Why} But the document reports on sports, and nothing in it points to the listing." };
        }
        if (listing.Tier == Tier.Review && name.IsWhole && name.Exact > 1 && listing.Hit.MatchedName.Kind != NameKind.WeakAlias && context.IsCrime
            && CountryFacts.Shared(listing.Hit.Party, context.Countries) is { } country)
            return listing with { Tier = Tier.Alert, Why = $"{listing.Why} The document speaks of {country} and of what parties are listed for." };
        return listing;
    }

    static string Listed(Hit hit) => $"the listed name \"{hit.MatchedName.Text}\"";

    static string Agrees(Hit hit, NameEvidence name) =>
        name.IsWhole ? $"The name is {Listed(hit)}."
        : name.Alike > 0 ? $"{name.Exact + name.Alike} words agree with {Listed(hit)}, {name.Alike} of them by likeness only."
        : $"The name is {Listed(hit)} without {name.Missing} of its words.";

    /// <summary>Whether every agreeing word is a common one.</summary>
    static bool AllCommon(Hit hit) =>
        hit.Explanation.Alignment.Where(a => a.Query.Length > 0 && a.Name.Length > 0).All(a => a.Query.Length < 3 || NameEvidence.IsCommon(a.Query));

    /// <summary>Whether all that the text leaves out is a patronymic: newspapers always do.</summary>
    static bool IsPatronymic(Hit hit) => hit.Explanation.Alignment.Where(a => a.Query.Length == 0).All(a => Patronymic().IsMatch(a.Name));

    [GeneratedRegex(@"(?:[oeyi]v(?:i[ct]h|ych)|[oei]vn[ay]|ich|inichna|ovna|ogl[uy]|[kq]yzy|[kq]izi)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Patronymic();
}
