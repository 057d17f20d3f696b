using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Documents.Mentions;

/// <summary>Sorts what the lists say of a party into alert, review and suppressed, each with its reason.</summary>
static class Judge
{
    public static ImmutableArray<DocumentListing> Listings(PartyDraft party, Snapshot snapshot)
    {
        var listings = ImmutableArray.CreateBuilder<DocumentListing>();
        foreach (var group in party.Listed.GroupBy(p => p.Party).OrderBy(g => g.Key))
        {
            var listed = snapshot.Party(group.Key);
            var best = group.OrderBy(p => p.Form).ThenBy(p => p.Name).First();
            var name = listed.Names.ElementAt(best.Name);
            if (!Agrees(listed.Schema, party.Kind)) continue;
            var score = best.Form == PhraseForm.Short ? 0.95 : 1.0;
            var summary = best.Form == PhraseForm.Short
                ? $"\"{party.Name}\" is the listed name \"{name.Text}\" without its middle words."
                : $"\"{party.Name}\" is the listed name \"{name.Text}\".";
            var explanation = new Explanation(summary, [new("name", "agrees", 1, score, $"{party.Name} = {name.Text}")], []);
            var words = party.Keys.Length;
            listings.Add(new(new(group.Key, listed, name, score, score, explanation), words > 1 ? Tier.Alert : Tier.Review, summary));
        }
        return listings.ToImmutable();
    }

    static bool Agrees(string schema, PartyKind kind) => schema switch
    {
        "Person" => kind == PartyKind.Person,
        "Vessel" => kind == PartyKind.Vessel,
        "Airplane" => kind is PartyKind.Aircraft or PartyKind.Vessel,
        _ => kind is PartyKind.Organisation or PartyKind.Group,
    };
}
