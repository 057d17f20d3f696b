using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Briefs;

/// <summary>The contract's words for our enumerations.</summary>
static class Words
{
    public static string Of(PartyKind kind) => kind switch
    {
        PartyKind.Person => "person",
        PartyKind.Organisation => "organisation",
        PartyKind.Government => "government",
        PartyKind.Vessel => "vessel",
        PartyKind.Aircraft => "aircraft",
        PartyKind.Place => "place",
        _ => "group",
    };

    public static string Of(MentionHow how) => how switch
    {
        MentionHow.FullName => "full-name",
        MentionHow.Surname => "surname",
        MentionHow.Alias => "alias",
        MentionHow.Acronym => "acronym",
        MentionHow.Metonym => "metonym",
        MentionHow.Demonym => "demonym",
        MentionHow.Description => "description",
        _ => "pronoun",
    };

    public static string Of(Tier tier) => tier switch
    {
        Tier.Alert => "alert",
        Tier.Review => "review",
        _ => "suppressed",
    };
}
