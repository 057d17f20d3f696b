namespace Ostrakon.Lists.Ofac;

/// <summary>
/// What the Treasury's types of party are in FollowTheMoney. Whatever is no individual, vessel or aircraft is an Organization, as users
/// of FollowTheMoney have it, and a Company where the entry itself says so (<see cref="OfacDraft"/>).
/// </summary>
static class OfacSchema
{
    /// <summary>The schema; the legacy files write the type in lower case and leave it out for entities.</summary>
    public static string Of(string? type) =>
        type?.ToLowerInvariant() switch { "individual" => "Person", "vessel" => "Vessel", "aircraft" => "Airplane", _ => "Organization" };
}
