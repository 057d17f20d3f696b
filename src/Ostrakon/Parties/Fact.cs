namespace Ostrakon.Parties;

/// <summary>One published fact about a party. Immutable.</summary>
/// <param name="Property">FollowTheMoney property name ("birthDate", "passportNumber", "imoNumber", "flag" ...).</param>
/// <param name="Value">The value; dates as <see cref="PartialDate"/> writes them, countries as the list spells them.</param>
/// <param name="Type">What the list calls it, where it says so: the document type of an identifier, the currency of a wallet.</param>
/// <param name="Country">Issuer of an identifier, as the list spells it.</param>
/// <param name="Note">Anything else that the list says about this fact ("expires 2019-03-01", "approximately").</param>
public sealed record Fact(string Property, string Value, string? Type = null, string? Country = null, string? Note = null)
{
    /// <summary>Whether it says to which country the party belongs.</summary>
    public bool IsCountry => SaysCountry(Property);

    /// <summary>Whether it is a number or code that identifies the party.</summary>
    public bool IsIdentifier => Identifies(Property);

    /// <summary>Whether facts of this property are compared: with a query, or to find the entries of one party. Others are for the reader.</summary>
    internal static bool IsCompared(string property) =>
        property is "birthDate" || SaysCountry(property) || Identifies(property) || property.StartsWith("sanctions.", StringComparison.Ordinal);

    static bool SaysCountry(string property) => property is "nationality" or "citizenship" or "country" or "jurisdiction" or "flag";

    static bool Identifies(string property) => property is "idNumber" or "passportNumber" or "taxNumber" or "registrationNumber" or "vatCode" or "imoNumber"
        or "mmsi" or "leiCode" or "swiftBic" or "innCode" or "ogrnCode" or "okpoCode" or "kppCode" or "bikCode" or "dunsCode" or "uniqueEntityId"
        or "npiCode" or "isinCode" or "publicKey" or "accountId" or "socialSecurityNumber" or "serialNumber" or "licenseNumber";

    /// <summary>The fact for a reader: the value, and in brackets what the list says about it.</summary>
    public override string ToString()
    {
        var about = string.Join("; ", new[] { Type, Country, Note }.Where(static s => !string.IsNullOrEmpty(s)));
        return about.Length == 0 ? Value : $"{Value} ({about})";
    }
}
