using System.Collections.Frozen;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>An <c>identification</c>: a number of a stated type, with what is known about its document.</summary>
static class EuIdentification
{
    static readonly FrozenDictionary<string, string> Properties =
        EmbeddedText.Rows("Lists/Eu/eu-identifications.tsv").ToFrozenDictionary(static r => r[0], static r => r[1], StringComparer.Ordinal);

    static readonly (string Attribute, string Says)[] Flags =
    [
        ("diplomatic", "diplomatic"), ("knownExpired", "known to have expired"), ("knownFalse", "known to be false"),
        ("reportedLost", "reported lost"), ("revokedByIssuer", "revoked by the issuer"),
    ];

    static readonly (string Attribute, string Says)[] Details =
    [
        ("issuedBy", "issued by"), ("issueDate", "issued"), ("validFrom", "valid from"), ("validTo", "valid to"), ("nameOnDocument", "name on document"), ("region", "region"),
    ];

    public static IEnumerable<Fact> Read(XmlRecord document)
    {
        var (code, type, country) = (document.TakeAttribute("identificationTypeCode"), document.TakeAttribute("identificationTypeDescription"), EuEntity.Country(document));
        var notes = Flags.Where(f => document.TakeAttribute(f.Attribute) == "true").Select(static f => f.Says)
            .Concat(Details.Select(d => document.TakeAttribute(d.Attribute) is { } value ? $"{d.Says} {value}" : null).OfType<string>())
            .Concat(EuEntity.Remark(document) is { } remark ? [remark] : []).ToList();
        var note = notes.Count == 0 ? null : string.Join("; ", notes);
        var property = code is not null && Properties.TryGetValue(code, out var known) ? known : "idNumber";
        var numbers = new[] { document.TakeAttribute("number"), document.TakeAttribute("latinNumber") }.OfType<string>().Select(Blanks.Collapse).Distinct().ToList();
        if (numbers.Count == 0 && note is not null) yield return new("notes", note, type ?? code, country);
        foreach (var number in numbers) yield return new(property, number!, type ?? code, country, note);
    }
}
