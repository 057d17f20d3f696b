using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Seco;

/// <summary>One <c>target</c>: an <c>individual</c>, an <c>entity</c> or an <c>object</c> with one identity or several. For one thread.</summary>
sealed partial class SecoTarget
{
    readonly XmlRecord record;
    readonly SecoReferences references;
    readonly EntryDraft draft = new();

    public SecoTarget(XmlRecord record, SecoReferences references)
    {
        (this.record, this.references) = (record, references);
        foreach (var change in record.All("modification")) Modification(change);
    }

    /// <summary>Whether the last that happened to it is that it was taken off the list.</summary>
    public bool IsDelisted { get; private set; }

    string lastChange = "";

    /// <summary>The entry; null where it has no number or no name.</summary>
    public Entry? Read()
    {
        var id = record.TakeAttribute("ssid");
        var attribute = record.TakeAttribute("sanctions-set-id");
        foreach (var set in record.All("sanctions-set-id").Select(static s => s.Take()).Append(attribute).OfType<string>())
        {
            var (program, measures) = references.Set(set);
            draft.AddProgram(program);
            draft.AddFact("sanctions.provisions", measures);
        }
        draft.AddFact("sanctions.recordId", record.Take("foreign-identifier"), "foreign identifier");
        var (schema, body) = record.Child("individual") is { } individual ? ("Person", individual)
            : record.Child("entity") is { } entity ? ("Organization", entity)
            : ("", record.Child("object"));
        if (body is null || id is null) return null;
        if (schema.Length == 0) schema = body.TakeAttribute("object-type") switch { "vessel" => "Vessel", "aircraft" => "Airplane", _ => "LegalEntity" };
        draft.AddFact("gender", body.TakeAttribute("sex"));
        foreach (var identity in body.All("identity")) Identity(identity, schema);
        foreach (var text in body.All("justification")) draft.AddReason(text.Take());
        foreach (var text in body.All("other-information")) Other(text.Take());
        foreach (var text in body.All("generic-attribute")) Generic(text.TakeAttribute("name"), text.Take());
        foreach (var relation in body.All("relation"))
            if (relation.TakeAttribute("target-id") is { } other)
            {
                var kind = relation.TakeAttribute("relation-type") ?? "related-to";
                draft.AddRelation(kind, other);
                draft.AddFact("notes", relation.Take("remark"), note: $"{kind} {other}");
            }
        foreach (var (path, value, _) in record.Values()) draft.AddPublished(path, value);
        return draft.Build(id, schema);
    }

    /// <summary>The name of a country as the list spells it, else its code.</summary>
    internal static string? Country(XmlRecord? country)
    {
        if (country is null) return null;
        var (name, code) = (country.Take(), country.TakeAttribute("iso-code"));
        return name ?? code;
    }

    void Identity(XmlRecord identity, string schema)
    {
        var main = identity.TakeAttribute("main") != "false";
        foreach (var name in identity.All("name")) SecoNames.Read(name, main, schema == "Person", draft);
        foreach (var date in identity.All("day-month-year")) draft.AddFact(Date(date, schema switch { "Person" => "birthDate", "Organization" => "incorporationDate", _ => "buildDate" }));
        foreach (var place in identity.All("place-of-birth"))
        {
            var (text, country) = references.PlaceOf(place.TakeAttribute("place-id"));
            draft.AddFact("birthPlace", text, country: country, note: place.Take("remark"));
        }
        foreach (var nationality in identity.All("nationality")) draft.AddFact("nationality", Country(nationality.Child("country")), note: nationality.Take("remark"));
        foreach (var address in identity.All("address")) Address(address);
        foreach (var document in identity.All("identification-document")) Document(document);
    }

    void Address(XmlRecord address)
    {
        var (place, country) = references.PlaceOf(address.TakeAttribute("place-id"));
        string?[] parts =
        [
            address.Take("c-o") is { } care ? $"c/o {care}" : null, address.Take("address-details"), address.Take("p-o-box") is { } box ? $"P.O. Box {box}" : null, address.Take("zip-code"), place,
        ];
        var text = string.Join(", ", parts.Where(static p => !string.IsNullOrEmpty(p)).Select(static p => Blanks.Collapse(p)));
        if (text != country) draft.AddFact("address", text, country: country, note: address.Take("remark"));
        draft.AddFact("country", country);
    }

    void Document(XmlRecord document)
    {
        var type = document.TakeAttribute("document-type");
        var issuer = document.Child("issuer") is { } by ? by.Take() ?? by.TakeAttribute("code") : null;
        string?[] notes =
        [
            document.Take("date-of-issue") is { } issued ? $"issued {issued}" : null, document.Take("expiry-date") is { } expiry ? $"expires {expiry}" : null, document.Take("remark"),
        ];
        var property = type?.Contains("passport", StringComparison.Ordinal) == true ? "passportNumber" : "idNumber";
        var note = string.Join("; ", notes.OfType<string>());
        if (document.Take("number") is { } number) draft.AddFact(property, number, type, issuer, note);
        else draft.AddFact("notes", note, type, issuer);
    }

    static Fact? Date(XmlRecord date, string property)
    {
        var (year, month, day) = (date.TakeAttribute("year"), date.TakeAttribute("month"), date.TakeAttribute("day"));
        var (calendar, low) = (date.TakeAttribute("calendar"), date.TakeAttribute("quality") == "low");
        if (year is null) return null;
        var text = year + (month is null ? "" : $"-{month.PadLeft(2, '0')}" + (day is null ? "" : $"-{day.PadLeft(2, '0')}")) + (low ? "~" : "");
        return calendar is null or "Gregorian" && PartialDate.TryParse(text, out _) ? new(property, text) : new("notes", $"{text} ({calendar ?? "no"} calendar)", Note: property);
    }

    void Other(string? text)
    {
        if (text is null) return;
        draft.AddFact("notes", text);
        foreach (Match imo in Imo().Matches(text)) draft.AddFact("imoNumber", imo.Groups[1].Value);
    }

    void Generic(string? name, string? text)
    {
        if (text is null) return;
        if (name?.Contains("imo", StringComparison.OrdinalIgnoreCase) == true) draft.AddFact("imoNumber", text);
        else draft.AddFact("notes", text, note: name);
    }

    void Modification(XmlRecord change)
    {
        var kind = change.TakeAttribute("modification-type");
        string?[] dates = [change.TakeAttribute("effective-date"), change.TakeAttribute("enactment-date"), change.TakeAttribute("publication-date")];
        var date = dates.OfType<string>().Select(DayFirstDate.Read).FirstOrDefault(static d => d is not null) ?? "";
        draft.AddFact("notes", change.Take("remark"), note: kind);
        if (string.CompareOrdinal(date, lastChange) >= 0) (lastChange, IsDelisted) = (date, kind == "de-listed");
        if (date.Length == 0) return;
        if (kind == "listed" && (draft.ListedOn is null || string.CompareOrdinal(date, draft.ListedOn) < 0)) draft.ListedOn = date;
        else if (kind is not ("listed" or "de-listed")) draft.AddFact("modifiedAt", date);
    }

    [GeneratedRegex(@"\bIMO\b[^\d\n]{0,20}(\d{7})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Imo();
}
