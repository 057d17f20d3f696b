using System.Globalization;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>One <c>entity</c> of the enhanced XML.</summary>
static class OfacEnhancedEntity
{
    static readonly string[] PeriodDays = ["fromDateBegin", "fromDateEnd", "toDateBegin", "toDateEnd"];

    /// <summary>The entry; null where the record has no number.</summary>
    /// <param name="entity">The record.</param>
    /// <param name="references">The reference values by number; features may give their value by reference.</param>
    public static OfacDraft? Read(XmlRecord entity, Dictionary<string, string> references)
    {
        if (entity.TakeAttribute("id") is not { } id) return null;
        var general = entity.Child("generalInfo");
        var draft = new OfacDraft(id, OfacSchema.Of(general?.Take("entityType")));
        foreach (var name in entity.All("names", "name")) Name(name, draft);
        foreach (var program in entity.All("sanctionsPrograms", "sanctionsProgram"))
            if (program.Take() is { } code) draft.Programs.Add(code);
        foreach (var list in entity.All("sanctionsLists", "sanctionsList"))
            if (list.Take() is { } name) draft.Listings.Add((name, list.TakeAttribute("datePublished")));
        foreach (var basis in entity.All("legalAuthorities", "legalAuthority"))
            if (basis.Take() is { } text) draft.LegalBases.Add(text);
        foreach (var measure in entity.All("sanctionsTypes", "sanctionsType"))
            if (measure.Take() is { } text) draft.Fact(new("provisions", text));
        if (general is not null) General(general, draft);
        foreach (var feature in entity.All("features", "feature")) Feature(feature, references, draft);
        foreach (var document in entity.All("identityDocuments", "identityDocument")) Document(document, draft);
        foreach (var address in entity.All("addresses", "address")) Address(address, draft);
        foreach (var relationship in entity.All("relationships", "relationship")) Relationship(relationship, draft);
        if (general?.Take("remarks") is { } remarks) OfacRemarks.Read(remarks, cut: false, draft, coverage: null);
        return draft;
    }

    static void General(XmlRecord general, OfacDraft draft)
    {
        if (general.Take("title") is { } title) draft.Fact(new("position", title));
        if (general.Take("livingStatus") is { } status) draft.Fact(new("status", status));
        if (general.Take("isUsCitizen") == "true") draft.Fact(new("notes", "US citizen"));
        if (general.Take("isUsPerson") == "true") draft.Fact(new("notes", "US person"));
    }

    static void Name(XmlRecord name, OfacDraft draft)
    {
        var primary = name.Take("isPrimary") == "true";
        var weak = name.Take("isLowQuality") == "true";
        var type = name.Take("aliasType");
        foreach (var translation in name.All("translations", "translation"))
        {
            var latin = translation.Take("script") is null or "Latin";
            var kind = OfacNames.KindOf(type, primary && latin, weak, latin);
            // The parts say once more what the formatted name is made of.
            foreach (var part in translation.All("nameParts", "namePart")) part.Take("value");
            var (family, given) = (translation.Take("formattedLastName"), translation.Take("formattedFirstName"));
            if (translation.Take("formattedFullName") is not { } whole) continue;
            if (family is not null && given is not null) draft.Name(family, given, kind, whole);
            else draft.Name(whole, kind);
        }
    }

    static void Feature(XmlRecord feature, Dictionary<string, string> references, OfacDraft draft)
    {
        var value = feature.Take("value") ?? (feature.Take("valueRefId") is { } id ? references.GetValueOrDefault(id, id) : null);
        // The value says "1951" where the period says 1951-01-01 to 1951-12-31.
        value ??= feature.Child("valueDate") is { } period ? Period(period) : null;
        OfacFacts.ReadLabelled(feature.Take("type") ?? "Feature", value, null, OfacFacts.Note(feature.Take("comments"), Unreliable(feature.Take("reliability"))), draft);
    }

    static void Document(XmlRecord document, OfacDraft draft)
    {
        var note = OfacFacts.Note(
            OfacFacts.Said("issued", document.Child("issueDate") is { } issued ? Period(issued) : null),
            OfacFacts.Said("expires", document.Child("expirationDate") is { } expires ? Period(expires) : null),
            OfacFacts.Said("issued by", document.Take("issuingAuthority")), OfacFacts.Said("issued in", document.Take("issuingLocation")),
            document.Take("isValid") == "false" ? "not valid" : null, OfacFacts.Said("in the name of", document.Take("name")), document.Take("comments"));
        OfacFacts.ReadLabelled(document.Take("type") ?? "ID", document.Take("documentNumber"), document.Take("issuingCountry"), note, draft);
        foreach (var feature in document.All("idFeatures", "idFeature")) OfacFacts.ReadLabelled("", feature.Take(), null, null, draft);
    }

    static void Address(XmlRecord address, OfacDraft draft)
    {
        var country = address.Take("country");
        var written = false;
        foreach (var translation in address.All("translations", "translation"))
        {
            var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var part in translation.All("addressParts", "addressPart"))
                if (part.Take("type") is { } type && part.Take("value") is { } value) parts[type] = value;
            OfacAddress.Read(parts, country, draft);
            written = true;
        }
        if (!written) draft.Address([], null, country);
    }

    static void Relationship(XmlRecord relationship, OfacDraft draft)
    {
        if (relationship.Take("type") is not { } type || relationship.Child("relatedEntity") is not { } other) return;
        var (id, name) = (other.TakeAttribute("entityId"), other.Take());
        if ((name ?? id) is { } known) draft.Relation(OfacRelation.KindOf(type, former: false), known, id);
        var about = OfacFacts.Note(OfacFacts.Said("from", relationship.Child("dateRange") is { } range ? Period(range) : null), relationship.Take("comments"));
        if (about is not null) draft.Fact(new("notes", about, Note: $"{type.TrimEnd(':')} {name ?? id}"));
    }

    static string? Unreliable(string? reliability) => reliability is "False" or "Reported" ? $"reliability: {reliability}" : null;

    static string? Period(XmlRecord period)
    {
        var days = PeriodDays.Select(name => Day(period.Take(name))).OfType<DateOnly>().ToList();
        var approximate = period.Take("isApproximate") == "true";
        return days.Count == 0 ? null : OfacDate.OfPeriod(days.Min(), days.Max(), approximate);
    }

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
