namespace Ostrakon.Names;

/// <summary>Which tables apply to the names of which schema.</summary>
public static class NameSorts
{
    /// <summary>The sort of name that a party of this FollowTheMoney schema has; Any for null, LegalEntity and unknown ones.</summary>
    public static NameSort Of(string? schema) => schema switch
    {
        "Person" => NameSort.Person,
        "Organization" or "Company" or "PublicBody" => NameSort.Organisation,
        "Vessel" or "Airplane" or "Vehicle" => NameSort.Vessel,
        _ => NameSort.Any,
    };
}
