using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>One <c>sanctionEntity</c> as an entry. Values stand in attributes; empty ones and the country "00" mean nothing.</summary>
static class EuEntity
{
    /// <summary>The entry; null without a logical id or a name.</summary>
    public static Entry? Read(XmlRecord record)
    {
        var id = record.TakeAttribute("logicalId");
        var type = record.Child("subjectType");
        var person = (type?.TakeAttribute("code"), type?.TakeAttribute("classificationCode")) is ("person", _) or (_, "P");
        var names = EuNames.Of([.. record.All("nameAlias")], person);
        if (id is null || names.IsEmpty) return null;
        var remark = Joined(record.All("remark").Select(static r => r.Take()));
        var oldestAct = OldestAct(record);
        var description = person ? null : Joined(record.All("nameAlias").Select(static n => n.TakeAttribute("function")));
        return new()
        {
            Id = id,
            Schema = person ? "Person" : "Organization",
            Names = names,
            Facts = [.. Facts(record, person, remark is null ? null : description).Distinct()],
            Programs = [.. record.All("regulation").Select(static r => r.TakeAttribute("programme")).OfType<string>().Distinct()],
            ListedOn = EuList.Date(record.TakeAttribute("designationDate"))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? oldestAct,
            Reason = remark ?? description,
        };
    }

    static IEnumerable<Fact> Facts(XmlRecord record, bool person, string? description)
    {
        if (record.TakeAttribute("euReferenceNumber") is { } number) yield return new("sanctions.recordId", number, "EU reference number");
        if (record.TakeAttribute("unitedNationId") is { } un) yield return new("sanctions.unscId", un);
        if (record.TakeAttribute("designationDetails") is { } details) yield return new("notes", Blanks.Collapse(details), Note: "designation");
        if (description is not null) yield return new("notes", description);
        foreach (var act in record.All("regulation"))
        {
            if (act.TakeAttribute("numberTitle") is { } title) yield return new("sanctions.programUrl", act.Take("publicationUrl") ?? title, title, Note: act.TakeAttribute("entryIntoForceDate"));
            if (act.TakeAttribute("organisationType") is { } authority) yield return new("sanctions.authority", authority);
        }
        foreach (var name in record.All("nameAlias"))
        {
            if (name.TakeAttribute("title") is { } title) yield return new(person ? "title" : "legalForm", Blanks.Collapse(title));
            if (person && name.TakeAttribute("function") is { } function) yield return new("position", Blanks.Collapse(function));
            if (name.TakeAttribute("gender") is { } gender) yield return new("gender", gender switch { "M" => "male", "F" => "female", _ => gender });
            if (Remark(name) is { } remark) yield return new("notes", remark, Note: "on a name");
        }
        foreach (var citizenship in record.All("citizenship"))
            if (Country(citizenship) is { } country) yield return new("nationality", country, Note: Remark(citizenship) ?? citizenship.TakeAttribute("region"));
        foreach (var birth in record.All("birthdate"))
            foreach (var fact in EuBirth.Read(birth)) yield return fact;
        foreach (var document in record.All("identification"))
            foreach (var fact in EuIdentification.Read(document)) yield return fact;
        foreach (var address in record.All("address"))
            foreach (var fact in EuAddress.Read(address)) yield return fact;
    }

    /// <summary>The entry does not say when it was made, but every part of it cites the act that did: the oldest is the listing.</summary>
    static string? OldestAct(XmlRecord record) =>
        record.All("regulation").Concat(record.Children.SelectMany(static c => c.All("regulationSummary")))
            .Select(static act => act.TakeAttribute("publicationDate")).Where(static d => EuList.Date(d) is not null).Min(StringComparer.Ordinal);

    /// <summary>The country's code; its description where there is no code.</summary>
    internal static string? Country(XmlRecord part)
    {
        var (code, description) = (part.TakeAttribute("countryIso2Code"), part.TakeAttribute("countryDescription"));
        return code is { } known and not "00" ? known : description is "UNKNOWN" ? null : description;
    }

    internal static string? Remark(XmlRecord part) => Joined(part.All("remark").Select(static r => r.Take()));

    static string? Joined(IEnumerable<string?> texts)
    {
        var all = texts.OfType<string>().Select(Blanks.Collapse).OfType<string>().Where(static t => t is not ("" or "none")).Distinct().ToList();
        return all.Count == 0 ? null : string.Join('\n', all);
    }
}
