using System.Text.Json;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Csl;

/// <summary>
/// One party of the Consolidated Screening List as named values. The CSV file joins the values of a field by semicolons and the parts
/// of an address or identifier by commas, in the alphabetical order of their names in the JSON file. For one thread.
/// </summary>
sealed partial class CslRecord
{
    /// <summary>The fields that hold several values.</summary>
    static readonly string[] Lists = ["programs", "alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth"];

    /// <summary>All values but addresses and identifiers, in published order.</summary>
    public List<(string Field, string Value)> Values { get; } = [];

    /// <summary>Addresses: text without the country, and the country's code.</summary>
    public List<(string Text, string? Country)> Addresses { get; } = [];

    public List<CslId> Ids { get; } = [];

    /// <summary>Everything as published.</summary>
    public List<PublishedField> Published { get; } = [];

    /// <summary>The first value of a field; empty where there is none.</summary>
    public string this[string field] => Values.Find(v => v.Field == field).Value ?? "";

    /// <summary>Adds a cell of the CSV file.</summary>
    public void Add(string field, string cell)
    {
        var text = Blanks.Collapse(cell);
        if (text.Length == 0) return;
        Published.Add(new(field, text));
        if (field == "addresses") Addresses.AddRange(text.Split("; ").Select(AddressOf));
        else if (field == "ids") Ids.AddRange(Segments(text).Select(IdOf));
        else if (Lists.Contains(field)) Values.AddRange(text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(v => (field, v)));
        else Values.Add((field, text));
    }

    /// <summary>Adds a member of a record in the JSON file.</summary>
    public void Add(string field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) AddText(field, JsonFile.Text(value));
        else
            foreach (var item in value.EnumerateArray())
                if (item.ValueKind != JsonValueKind.Object) AddText(field, JsonFile.Text(item));
                else AddObject(field, item);
    }

    void AddText(string field, string text)
    {
        if (text.Length == 0) return;
        Published.Add(new(field, text));
        Values.Add((field, text));
    }

    void AddObject(string field, JsonElement item)
    {
        string Of(string member) => JsonFile.Text(item, member);
        var parts = item.EnumerateObject().Select(m => JsonFile.Text(m.Value)).Where(static v => v.Length > 0).ToList();
        if (parts.Count == 0) return;
        Published.Add(new(field, string.Join(", ", parts)));
        var country = Of("country") is { Length: > 0 } code ? code : null;
        if (field == "addresses")
            Addresses.Add((string.Join(", ", new[] { Of("address"), Of("city"), Of("state"), Of("postal_code") }.Where(static p => p.Length > 0)), country));
        else if (field == "ids")
            Ids.Add(new(Of("type"), Of("number"), country, Said("issued", Of("issue_date")), Said("expires", Of("expiration_date"))));
        else Values.Add((field, string.Join(", ", parts)));
    }

    static string? Said(string word, string date) => date.Length == 0 ? null : $"{word} {date}";

    /// <summary>"23 Quay Street, Port Vale, 1000, CY": the country is the last part.</summary>
    static (string Text, string? Country) AddressOf(string text)
    {
        var comma = text.LastIndexOf(", ", StringComparison.Ordinal);
        var last = comma < 0 ? text : text[(comma + 2)..];
        return IsCode(last) ? (comma < 0 ? "" : text[..comma], last) : (text, null);
    }

    /// <summary>Identifiers end in their type; a part without a comma belongs to the next ("a; b, Type").</summary>
    static IEnumerable<string> Segments(string text)
    {
        var open = "";
        foreach (var part in text.Split("; "))
        {
            open = open.Length == 0 ? part : $"{open}; {part}";
            if (!part.Contains(", ", StringComparison.Ordinal)) continue;
            yield return open;
            open = "";
        }
        if (open.Length > 0) yield return open;
    }

    /// <summary>"NI, 2012-09-24, 2007-09-25, A0007922, Passport": country, date of expiry, date of issue, number, type.</summary>
    static CslId IdOf(string text)
    {
        var comma = text.LastIndexOf(", ", StringComparison.Ordinal);
        if (comma < 0) return new("", text, null, null, null);
        var (parts, type) = (new Queue<string>(text[..comma].Split(", ")), text[(comma + 2)..]);
        var country = parts.Count > 1 && IsCode(parts.Peek()) ? parts.Dequeue() : null;
        List<string> dates = [];
        while (dates.Count < 2 && parts.Count > 1 && Day().IsMatch(parts.Peek())) dates.Add(parts.Dequeue());
        var number = string.Join(", ", parts);
        return dates switch
        {
            [var expiry, var issue] => new(type, number, country, Said("issued", issue), Said("expires", expiry)),
            [var either] => new(type, number, country, Said("dated", either), null),
            _ => new(type, number, country, null, null),
        };
    }

    static bool IsCode(string text) => text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day();
}

/// <summary>An identifier as the Treasury labels it. Immutable.</summary>
readonly record struct CslId(string Type, string Number, string? Country, string? Issued, string? Expires);
