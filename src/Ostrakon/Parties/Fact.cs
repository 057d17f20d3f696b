namespace Ostrakon.Parties;

/// <summary>One published fact about a party. Immutable.</summary>
/// <param name="Property">FollowTheMoney property name ("birthDate", "passportNumber", "imoNumber", "flag" ...).</param>
/// <param name="Value">The value; dates as <see cref="PartialDate"/> writes them, countries as the list spells them.</param>
/// <param name="Type">What the list calls it, where it says so: the document type of an identifier, the currency of a wallet.</param>
/// <param name="Country">Issuer of an identifier, as the list spells it.</param>
/// <param name="Note">Anything else that the list says about this fact ("expires 2019-03-01", "approximately").</param>
public sealed record Fact(string Property, string Value, string? Type = null, string? Country = null, string? Note = null)
{
    /// <summary>The fact for a reader: the value, and in brackets what the list says about it.</summary>
    public override string ToString()
    {
        var about = string.Join("; ", new[] { Type, Country, Note }.Where(static s => !string.IsNullOrEmpty(s)));
        return about.Length == 0 ? Value : $"{Value} ({about})";
    }
}
