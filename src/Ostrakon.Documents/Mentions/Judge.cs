using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Documents.Mentions;

/// <summary>Sorts what the lists say of a party into alert, review and suppressed, each with its reason.</summary>
static class Judge
{
    static readonly ScreeningOptions Options = new() { Threshold = 0.6, Limit = 8 };

    public static ImmutableArray<DocumentListing> Listings(PartyDraft party, Screener screener)
    {
        if (party.Kind is PartyKind.Government or PartyKind.Place or PartyKind.Group || party.Name.Length < 3) return [];
        var hits = screener.Screen(new() { Names = [party.Name], Schema = SchemaOf(party.Kind) }, Options).Hits;
        var listings = ImmutableArray.CreateBuilder<DocumentListing>();
        foreach (var hit in hits)
        {
            if (!Agrees(hit.Party.Schema, party.Kind)) continue;
            listings.Add(new(hit, hit.Score > 0.9 ? Tier.Alert : Tier.Review, hit.Explanation.Summary));
        }
        return listings.ToImmutable();
    }

    static string? SchemaOf(PartyKind kind) => kind switch
    {
        PartyKind.Person => "Person",
        PartyKind.Vessel => "Vessel",
        PartyKind.Organisation => "Organization",
        _ => null,
    };

    static bool Agrees(string schema, PartyKind kind) => schema switch
    {
        "Person" => kind == PartyKind.Person,
        "Vessel" => kind == PartyKind.Vessel,
        "Airplane" => kind is PartyKind.Aircraft or PartyKind.Vessel,
        _ => kind is PartyKind.Organisation or PartyKind.Group,
    };
}
