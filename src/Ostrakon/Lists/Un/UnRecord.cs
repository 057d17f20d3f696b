using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Un;

/// <summary>
/// One INDIVIDUAL or ENTITY as an entry. Empty elements stand everywhere in these files and mean nothing.
/// </summary>
static partial class UnRecord
{
    /// <summary>The entry; null where the record has no name or no reference number.</summary>
    public static Entry? Read(XmlRecord record)
    {
        var person = record.Name == "INDIVIDUAL";
        var id = Take(record, "REFERENCE_NUMBER");
        var names = Names(record, person).DistinctBy(n => (n.Text, n.Kind)).ToImmutableArray();
        if (id is null || names.IsEmpty || names[0].Kind != NameKind.Primary) return null;
        var reason = Take(record, "COMMENTS1");
        return new()
        {
            Id = id,
            Schema = person ? "Person" : IsVessel(reason) ? "Vessel" : "Organization",
            Names = names,
            Programs = Take(record, "UN_LIST_TYPE") is { } program ? [program] : [],
            ListedOn = Take(record, "LISTED_ON") is { Length: >= 10 } date ? date[..10] : null,
            Reason = reason,
            Facts = [.. Facts(record).Concat(CommentFacts(reason)).Distinct()],
            Published = [.. record.Values().Select(v => new PublishedField(v.Path, v.Value))],
        };
    }

    static IEnumerable<PartyName> Names(XmlRecord record, bool person)
    {
        string?[] parts = [Take(record, "FIRST_NAME"), Take(record, "SECOND_NAME"), Take(record, "THIRD_NAME"), Take(record, "FOURTH_NAME")];
        var primary = string.Join(' ', parts.Where(p => p is not null));
        foreach (var name in person ? [new(primary, NameKind.Primary)] : WrittenNames.Split(primary, NameKind.Primary, person: false))
            if (name.Text.Length > 0) yield return name;
        if (Take(record, "NAME_ORIGINAL_SCRIPT") is { } original)
            foreach (var name in WrittenNames.Split(original, NameKind.OriginalScript, person: false)) yield return name;
        foreach (var alias in Groups(record, "ALIAS"))
        {
            var kind = Take(alias, "QUALITY") switch { "Low" => NameKind.WeakAlias, "f.k.a." => NameKind.Former, _ => NameKind.Alias };
            foreach (var name in WrittenNames.Split(Take(alias, "ALIAS_NAME") ?? "", kind, person)) yield return name;
        }
    }

    static IEnumerable<Fact> Facts(XmlRecord record)
    {
        foreach (var title in Values(record, "TITLE")) yield return new("title", title);
        foreach (var position in Values(record, "DESIGNATION")) yield return new("position", position);
        if (Take(record, "GENDER") is { } gender) yield return new("gender", gender.ToLowerInvariant());
        foreach (var nationality in Values(record, "NATIONALITY")) yield return new("nationality", nationality);
        foreach (var birth in Groups(record, "DATE_OF_BIRTH"))
            if (UnBirthDate.Read(birth) is { } date) yield return date;
        foreach (var group in Groups(record, "PLACE_OF_BIRTH"))
            if (Place("birthPlace", group) is { } place) yield return place;
        foreach (var document in Groups(record, "DOCUMENT"))
            if (UnDocument.Read(document) is { } number) yield return number;
        foreach (var group in Groups(record, "ADDRESS"))
            if (Place("address", group) is { } place)
            {
                yield return place;
                if (place.Country is { } country) yield return new("country", country);
            }
        foreach (var alias in Groups(record, "ALIAS"))
            foreach (var fact in OfAlias(alias)) yield return fact;
        foreach (var update in Values(record, "LAST_DAY_UPDATED")) yield return new("modifiedAt", update);
        if (Take(record, "INTERPOL_LINK") is { } link) yield return new("sourceUrl", link);
    }

    /// <summary>What the list says about an alias: the birth data that the person used with it, and its note.</summary>
    static IEnumerable<Fact> OfAlias(XmlRecord alias)
    {
        if (Take(alias, "DATE_OF_BIRTH") is { } date)
            yield return UnBirthDate.Read(date) is { } read ? read with { Note = "with an alias" } : new("notes", date, Note: "birth date with an alias");
        if (Take(alias, "CITY_OF_BIRTH") is { } city)
            yield return new("birthPlace", Take(alias, "COUNTRY_OF_BIRTH") is { } country ? $"{city}, {country}" : city, Note: "with an alias");
        else if (Take(alias, "COUNTRY_OF_BIRTH") is { } only)
            yield return new("birthPlace", only, Country: only, Note: "with an alias");
        if (Take(alias, "NOTE") is { } note) yield return new("notes", note, Note: "on an alias");
    }

    /// <summary>Identifiers and the flag that the comments hold behind a label; the list has no elements for them.</summary>
    static IEnumerable<Fact> CommentFacts(string? comments)
    {
        if (comments is null) yield break;
        foreach (Match m in Imo().Matches(comments)) yield return new("imoNumber", m.Groups[1].Value);
        foreach (Match m in Swift().Matches(comments)) yield return new("swiftBic", m.Groups[1].Value);
        foreach (Match m in Flag().Matches(comments)) yield return new("flag", m.Groups[1].Value);
    }

    /// <summary>Vessels stand among the entities (resolution 2146); their comments begin with the IMO number.</summary>
    static bool IsVessel(string? comments) => comments is not null && Imo().Match(comments) is { Success: true, Index: 0 };

    /// <summary>An address or place; some consist of nothing but the note.</summary>
    static Fact? Place(string property, XmlRecord group)
    {
        string?[] parts = [Take(group, "STREET"), Take(group, "CITY"), Take(group, "STATE_PROVINCE"), Take(group, "ZIP_CODE"), Take(group, "COUNTRY")];
        var (text, note) = (string.Join(", ", parts.Where(p => p is not null)), Take(group, "NOTE"));
        return text.Length > 0 ? new(property, text, Country: parts[^1], Note: note) : note is null ? null : new(property, note);
    }

    static IEnumerable<XmlRecord> Groups(XmlRecord record, string name) =>
        record.Children.Where(c => c.Name == "INDIVIDUAL_" + name || c.Name == "ENTITY_" + name);

    static IEnumerable<string> Values(XmlRecord record, string name) =>
        record.All(name, "VALUE").Select(v => Blanks.Collapse(v.Take())).OfType<string>();

    /// <summary>Takes the first child of that name: its text as one line, null where there is none.</summary>
    internal static string? Take(XmlRecord parent, string name) => Blanks.Collapse(parent.Take(name));

    [GeneratedRegex(@"\bIMO\)?(?: [Nn]umber)?:? ?(\d{7})\b")]
    private static partial Regex Imo();

    [GeneratedRegex(@"\b(?:SWIFT|BIC)(?:/BIC)?(?: code)?: ?([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b")]
    private static partial Regex Swift();

    [GeneratedRegex(@"\bFlag State: ([^.;]+)")]
    private static partial Regex Flag();
}
