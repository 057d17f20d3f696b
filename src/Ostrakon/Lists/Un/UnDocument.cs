using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Un;

/// <summary>Identity documents of an individual.</summary>
static class UnDocument
{
    /// <summary>The document of a group; null where it is empty. One without a number is kept as a note.</summary>
    public static Fact? Read(XmlRecord group)
    {
        var (type, detail) = (UnRecord.Take(group, "TYPE_OF_DOCUMENT"), UnRecord.Take(group, "TYPE_OF_DOCUMENT2"));
        var number = UnRecord.Take(group, "NUMBER");
        var (issuer, country) = (UnRecord.Take(group, "ISSUING_COUNTRY"), UnRecord.Take(group, "COUNTRY_OF_ISSUE"));
        string?[] notes =
        [
            Labelled("issued", UnRecord.Take(group, "DATE_OF_ISSUE")), Labelled("expires", UnRecord.Take(group, "DATE_OF_EXPIRY")),
            Labelled("issued in", UnRecord.Take(group, "CITY_OF_ISSUE")), issuer is null ? null : Labelled("issued in", country),
            UnRecord.Take(group, "NOTE"),
        ];
        var note = string.Join("; ", notes.Where(n => n is not null)) is { Length: > 0 } joined ? joined : null;
        if (number is null)
            return (detail ?? type ?? note) is { } text ? new("notes", note is null || note == text ? text : $"{text}: {note}", Country: issuer ?? country) : null;
        return new(IsPassport(type) ? "passportNumber" : "idNumber", number, detail ?? type, issuer ?? country, note);
    }

    /// <summary>The type is also written in French and Spanish.</summary>
    static bool IsPassport(string? type) =>
        type is not null && (type.Contains("pass", StringComparison.OrdinalIgnoreCase) || type.Contains("pasap", StringComparison.OrdinalIgnoreCase));

    static string? Labelled(string label, string? value) => value is null ? null : $"{label} {value}";
}
