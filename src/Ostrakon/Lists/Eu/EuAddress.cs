using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>An <c>address</c> and the ways of contact that stand in it.</summary>
static partial class EuAddress
{
    public static IEnumerable<Fact> Read(XmlRecord address)
    {
        var country = EuEntity.Country(address);
        string?[] parts =
        [
            address.TakeAttribute("street"), address.TakeAttribute("poBox") is { } box ? $"P.O. Box {box}" : null, address.TakeAttribute("zipCode"),
            address.TakeAttribute("city"), address.TakeAttribute("place"), address.TakeAttribute("region"), country,
        ];
        string?[] notes = [address.TakeAttribute("asAtListingTime") == "true" ? "at the time of listing" : null, EuEntity.Remark(address)];
        var (text, note) = (string.Join(", ", parts.OfType<string>().Select(Blanks.Collapse)), string.Join("; ", notes.OfType<string>()));
        if (text.Length > 0 && text != country) yield return new("address", text, Country: country, Note: note.Length == 0 ? null : note);
        else if (note.Length > 0) yield return new("notes", note, Note: "address");
        if (country is not null) yield return new("country", country);
        foreach (var contact in address.All("contactInfo"))
            if (contact.TakeAttribute("value") is { } value) yield return new(PropertyOf(contact.TakeAttribute("key") ?? ""), value);
            else if (contact.Take() is { } all)
                foreach (var fact in Contacts(all)) yield return fact;
    }

    /// <summary>The CSV has all ways of contact in one cell: <c>PHONE[+1 2], EMAIL[a@b]</c>.</summary>
    static IEnumerable<Fact> Contacts(string all)
    {
        var found = Contact().Matches(all);
        return found.Count == 0 ? [new("notes", all, Note: "contact")] : found.Select(static m => new Fact(PropertyOf(m.Groups[1].Value), m.Groups[2].Value.Trim()));
    }

    static string PropertyOf(string key) => key.ToUpperInvariant() switch
    {
        "PHONE" or "FAX" or "MOBILE" or "TELEPHONE" => "phone",
        "EMAIL" => "email",
        "WEB" or "WEBSITE" => "website",
        _ => "notes",
    };

    [GeneratedRegex(@"\b([A-Za-z]+)\[([^\]]+)\]")]
    private static partial Regex Contact();
}
