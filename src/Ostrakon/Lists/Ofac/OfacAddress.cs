namespace Ostrakon.Lists.Ofac;

/// <summary>Addresses of the advanced and enhanced XML: parts by type.</summary>
static class OfacAddress
{
    static readonly string[] Known = ["ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE"];

    /// <summary>The place that the parts and the country name, on one line: "12 Quay Street, Port Vale 1000, Ostmark".</summary>
    public static string Line(IReadOnlyDictionary<string, string> parts, string? country) =>
        string.Join(", ", Street(parts).Append(Place(parts)).Append(country).Where(p => !string.IsNullOrEmpty(p)).Distinct());

    /// <summary>Adds the address to a draft.</summary>
    public static void Read(IReadOnlyDictionary<string, string> parts, string? country, OfacDraft draft) =>
        draft.Address(Street(parts), Place(parts), country);

    /// <summary>The lines of the street, then parts of types that are not known here ("REGION", "Unknown").</summary>
    static IEnumerable<string?> Street(IReadOnlyDictionary<string, string> parts) =>
        Known[..3].Select(type => parts.GetValueOrDefault(type))
            .Concat(parts.Where(p => !Known.Contains(p.Key, StringComparer.OrdinalIgnoreCase)).Select(p => p.Value));

    static string Place(IReadOnlyDictionary<string, string> parts) =>
        OfacDraft.Place(parts.GetValueOrDefault("CITY"), parts.GetValueOrDefault("STATE/PROVINCE"), parts.GetValueOrDefault("POSTAL CODE"));
}
