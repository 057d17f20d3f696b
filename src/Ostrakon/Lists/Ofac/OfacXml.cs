using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// The Treasury's plain XML, <c>sdn.xml</c> and <c>consolidated.xml</c>, in both namespaces it has had: the root <c>sdnList</c> holds
/// <c>publshInformation</c> (so spelt) and one <c>sdnEntry</c> for each entry, with everything about it inside.
/// </summary>
/// <remarks>Schema: sdn.xsd, today exports/XML.xsd of the Sanctions List Service.</remarks>
static class OfacXml
{
    static readonly HashSet<string> Containers = ["sdnList"];

    public static ListFormat Format { get; } = new("OFAC XML", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && XmlRecords.RootOf(file)?.Name == "sdnList";

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        var list = new OfacListBuilder(source, file);
        string? count = null;
        foreach (var record in XmlRecords.Read(file, Containers, cancel))
        {
            switch (record.Name)
            {
                case "publshInformation":
                    list.Published = Date(record.Take("Publish_Date"));
                    count = record.Take("Record_Count");
                    break;
                case "sdnEntry":
                    list.AddPublished(record, Entry(record));
                    break;
            }
            record.CountInto(list.Coverage, record.Name);
        }
        if (count is not null && count != $"{list.Count}")
            list.Warnings.Add($"{file.Name}: says that it holds {count} records, but holds {list.Count}");
        return list.Build();
    }

    static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    static OfacDraft? Entry(XmlRecord record)
    {
        if (record.Take("uid") is not { } id) return null;
        var draft = new OfacDraft(id, OfacSchema.Of(record.Take("sdnType")));
        Name(record, NameKind.Primary, draft);
        foreach (var program in record.All("programList", "program"))
            if (program.Take() is { } name) draft.Programs.Add(name);
        if (record.Take("title") is { } title) draft.Fact(new("position", title));
        if (record.Child("vesselInfo") is { } vessel) Vessel(vessel, draft);
        foreach (var alias in record.All("akaList", "aka")) Name(alias, KindOf(alias), draft);
        foreach (var birth in record.All("dateOfBirthList", "dateOfBirthItem")) Labelled("DOB", birth.Take("dateOfBirth"), draft);
        foreach (var birth in record.All("placeOfBirthList", "placeOfBirthItem")) Labelled("POB", birth.Take("placeOfBirth"), draft);
        foreach (var country in record.All("nationalityList", "nationality")) Labelled("nationality", country.Take("country"), draft);
        foreach (var country in record.All("citizenshipList", "citizenship")) Labelled("citizen", country.Take("country"), draft);
        foreach (var document in record.All("idList", "id")) Identifier(document, draft);
        foreach (var address in record.All("addressList", "address")) Address(address, draft);
        if (record.Take("remarks") is { } remarks) OfacRemarks.Read(remarks, cut: false, draft, coverage: null);
        return draft;
    }

    static void Name(XmlRecord record, NameKind kind, OfacDraft draft)
    {
        var (family, given) = (record.Take("lastName"), record.Take("firstName"));
        if (family is not null && given is not null) draft.Name(family, given, kind, $"{family}, {given}");
        else if ((family ?? given) is { } whole) draft.Name(whole, kind);
    }

    static NameKind KindOf(XmlRecord alias) =>
        (alias.Take("category"), alias.Take("type")) switch
        {
            ("weak", _) => NameKind.WeakAlias,
            (_, "f.k.a.") => NameKind.Former,
            _ => NameKind.Alias,
        };

    static void Vessel(XmlRecord vessel, OfacDraft draft)
    {
        Labelled("Vessel Call Sign", vessel.Take("callSign"), draft);
        Labelled("Vessel Type", vessel.Take("vesselType"), draft);
        Labelled("Vessel Flag", vessel.Take("vesselFlag"), draft);
        Labelled("Vessel Owner", vessel.Take("vesselOwner"), draft);
        Labelled("Vessel Tonnage", vessel.Take("tonnage"), draft);
        Labelled("Vessel Gross Registered Tonnage", vessel.Take("grossRegisteredTonnage"), draft);
    }

    static void Identifier(XmlRecord id, OfacDraft draft)
    {
        var (type, number, country) = (id.Take("idType"), id.Take("idNumber"), id.Take("idCountry"));
        var note = OfacFacts.Note(Dated("issued", id.Take("issueDate")), Dated("expires", id.Take("expirationDate")));
        OfacFacts.ReadLabelled(type ?? "ID", number, country, note, draft);
    }

    static string? Dated(string word, string? date) => OfacFacts.Said(word, date is null ? null : OfacDate.Read(date) ?? date);

    static void Address(XmlRecord address, OfacDraft draft)
    {
        string?[] street = [address.Take("address1"), address.Take("address2"), address.Take("address3")];
        var place = OfacDraft.Place(address.Take("city"), address.Take("stateOrProvince"), address.Take("postalCode"));
        draft.Address(street, place, address.Take("country"));
    }

    static void Labelled(string label, string? value, OfacDraft draft) => OfacFacts.ReadLabelled(label, value, null, null, draft);
}
