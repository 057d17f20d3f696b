using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// One <c>DistinctParty</c> of the advanced XML. Its published fields are kept resolved, under the Treasury's own labels: the numbers by
/// which the file refers to its reference values say nothing to a reader.
/// </summary>
static class OfacAdvancedParty
{
    /// <summary>The entry; null where the record has no number.</summary>
    public static OfacDraft? Read(XmlRecord record, OfacReferences references, ILookup<string, XmlRecord> documents)
    {
        var fixedRef = record.TakeAttribute("FixedRef");
        var profiles = record.All("Profile").ToList();
        if ((profiles.Select(p => p.TakeAttribute("ID")).FirstOrDefault(id => id is not null) ?? fixedRef) is not { } number) return null;
        var type = profiles.Select(p => references.PartyType(p.TakeAttribute("PartySubTypeID"))).FirstOrDefault(t => t is not null);
        var draft = new OfacDraft(number, OfacSchema.Of(type));
        if (type is not null) draft.Publish("PartyType", type);
        foreach (var profile in profiles)
        {
            foreach (var identity in profile.All("Identity"))
            {
                foreach (var alias in identity.All("Alias")) OfacAdvancedName.Read(alias, identity, references, draft);
                foreach (var document in documents[identity.TakeAttribute("ID") ?? ""]) Document(document, references, draft);
            }
            foreach (var feature in profile.All("Feature")) Feature(feature, references, draft);
            Remarks(profile.Take("Comment"), draft);
        }
        Remarks(record.Take("Comment"), draft);
        return draft;
    }

    static void Remarks(string? comment, OfacDraft draft)
    {
        if (comment is null) return;
        draft.Publish("Comment", comment);
        OfacRemarks.Read(comment, cut: false, draft, coverage: null);
    }

    static void Feature(XmlRecord feature, OfacReferences references, OfacDraft draft)
    {
        var label = references.Text("FeatureType", feature.TakeAttribute("FeatureTypeID")) ?? "Feature";
        foreach (var version in feature.All("FeatureVersion"))
        {
            var reliability = references.Text("Reliability", version.TakeAttribute("ReliabilityID"));
            var note = OfacFacts.Note(version.Take("Comment"), reliability is "False" or "Reported" ? $"reliability: {reliability}" : null);
            foreach (var value in Values(version, references))
            {
                draft.Publish(label, value);
                if (label != "Location") OfacFacts.ReadLabelled(label, value, null, note, draft);
            }
            if (label != "Location") continue;
            foreach (var place in version.All("VersionLocation"))
                if (references.Location(place.TakeAttribute("LocationID")) is var (parts, country)) OfacAddress.Read(parts, country, draft);
        }
    }

    /// <summary>A version of a feature holds a date, details in words or by reference, or a place.</summary>
    static IEnumerable<string> Values(XmlRecord version, OfacReferences references)
    {
        if (OfacDatePeriod.Read(version.Child("DatePeriod")) is { } date) yield return date;
        foreach (var detail in version.All("VersionDetail"))
            if ((references.Text("DetailReference", detail.TakeAttribute("DetailReferenceID")) ?? detail.Take()) is { } text) yield return text;
        foreach (var place in version.All("VersionLocation"))
            if (references.Location(place.TakeAttribute("LocationID")) is var (parts, country) && OfacAddress.Line(parts, country) is { Length: > 0 } line)
                yield return line;
    }

    static void Document(XmlRecord document, OfacReferences references, OfacDraft draft)
    {
        var type = references.Text("IDRegDocType", document.TakeAttribute("IDRegDocTypeID")) ?? "ID";
        var country = references.Text("Country", document.TakeAttribute("IssuedBy-CountryID"));
        var place = references.Location(document.TakeAttribute("IssuedIn-LocationID")) is var (parts, land) ? OfacAddress.Line(parts, land) : null;
        var validity = references.Text("Validity", document.TakeAttribute("ValidityID"));
        var note = OfacFacts.Note(
            [
                .. document.All("DocumentDate").Select(d => Dated(d, references)),
                OfacFacts.Said("issued by", document.Take("IssuingAuthority")), OfacFacts.Said("issued in", place),
                validity is null or "Valid" or "Unknown" ? null : validity.ToLowerInvariant(), document.Take("Comment"),
            ]);
        if (document.Take("IDRegistrationNo") is not { } number) return;
        draft.Publish(type, OfacFacts.Note(number, country, note)!);
        OfacFacts.ReadLabelled(type, number, country, note, draft);
    }

    static string? Dated(XmlRecord date, OfacReferences references)
    {
        var type = references.Text("IDRegDocDateType", date.TakeAttribute("IDRegDocDateTypeID"));
        var word = type switch { "Issue Date" => "issued", "Expiration Date" => "expires", _ => type ?? "dated" };
        return OfacFacts.Said(word, OfacDatePeriod.Read(date.Child("DatePeriod")));
    }
}
