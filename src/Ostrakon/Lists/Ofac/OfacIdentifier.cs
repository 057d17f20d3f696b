using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// An identifier under the property that tells most. The Treasury's labels are coarse: a "Tax ID No." of Russia is an INN, a
/// "Legal Entity Number" is now and then no LEI, and an "Identification Number" of a vessel is its IMO number.
/// </summary>
static class OfacIdentifier
{
    /// <summary>The fact for a number under a label.</summary>
    public static Fact Read(OfacLabel label, string number, string? country, string? note, OfacDraft draft)
    {
        var (property, type) = (label.Property, label.Type);
        if (draft.IsCraft && property is "imoNumber" or "idNumber" or "registrationNumber")
            (property, number) = ImoOf(number) is { } imo && !type.StartsWith("Company", StringComparison.Ordinal)
                ? ("imoNumber", imo)
                : ("registrationNumber", number);
        else if (property == "idNumber" && !draft.IsPerson) property = "registrationNumber";
        else if (property == "leiCode" && !(number.Length == 20 && number.All(char.IsAsciiLetterOrDigit))) property = "registrationNumber";
        else if (country is "Russia" or "RU")
            property = (property, number.Length) switch
            {
                ("taxNumber", 10 or 12) when number.All(char.IsAsciiDigit) => "innCode",
                ("registrationNumber", 13 or 15) when number.All(char.IsAsciiDigit) && type != "Government Gazette Number" => "ogrnCode",
                ("registrationNumber", 8 or 10) when type == "Government Gazette Number" => "okpoCode",
                _ => property,
            };
        return new(property, number, type, country, note);
    }

    /// <summary>Seven digits, with or without "IMO" before them.</summary>
    static string? ImoOf(string number)
    {
        var digits = number.StartsWith("IMO", StringComparison.Ordinal) ? number[3..].TrimStart() : number;
        return digits.Length == 7 && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
