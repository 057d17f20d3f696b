namespace Ostrakon.Documents.Mentions;

/// <summary>What a listed party of a schema is in a document.</summary>
static class Kinds
{
    public static PartyKind Of(string schema) => schema switch
    {
        "Person" => PartyKind.Person,
        "Vessel" => PartyKind.Vessel,
        "Airplane" => PartyKind.Aircraft,
        _ => PartyKind.Organisation,
    };

    public static bool Agree(string schema, PartyKind kind) => schema switch
    {
        "Person" => kind == PartyKind.Person,
        "Vessel" or "Airplane" => kind is PartyKind.Vessel or PartyKind.Aircraft,
        _ => kind is PartyKind.Organisation or PartyKind.Group,
    };
}
