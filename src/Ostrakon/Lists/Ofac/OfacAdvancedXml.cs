using System.Collections.Immutable;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// The Treasury's advanced XML (<c>SDN_ADVANCED.XML</c>, <c>CONS_ADVANCED.XML</c>), the United Nations' exchange standard: the root
/// <c>Sanctions</c> with sections that refer to each other by number. Reference values, locations and documents stand before the
/// parties, relations and listings behind them, so that one pass is enough.
/// </summary>
/// <remarks>Schema: exports/ADVANCED_XML.xsd of the Sanctions List Service (sdn_advanced.xsd); notes: sdn_advanced_notes.pdf.</remarks>
static class OfacAdvancedXml
{
    static readonly HashSet<string> Containers =
        ["Sanctions", "ReferenceValueSets", "Locations", "IDRegDocuments", "DistinctParties", "ProfileRelationships", "SanctionsEntries", "SanctionsEntryLinks"];

    public static ListFormat Format { get; } = new("OFAC advanced XML", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && XmlRecords.RootOf(file)?.Name == "Sanctions";

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        var list = new OfacListBuilder(source, file);
        var references = new OfacReferences();
        ILookup<string, XmlRecord>? documents = null;
        foreach (var record in XmlRecords.Read(file, Containers, cancel))
        {
            switch (record.Name)
            {
                case "DateOfIssue":
                    list.Published = OfacDatePeriod.Point(record, last: false);
                    break;
                case "Location":
                    references.AddLocation(record);
                    break;
                case "IDRegDocument":
                    // Counted when its party takes it.
                    references.AddDocument(record);
                    continue;
                case "DistinctParty":
                    documents ??= references.DocumentsByIdentity();
                    list.Add(record, OfacAdvancedParty.Read(record, references, documents));
                    break;
                case "ProfileRelationship":
                    Relationship(record, references, list);
                    break;
                case "SanctionsEntry":
                    Listing(record, references, list);
                    break;
                case var name when name.EndsWith("Values", StringComparison.Ordinal):
                    references.AddValues(record);
                    break;
            }
            record.CountInto(list.Coverage, record.Name);
        }
        foreach (var document in references.Documents) document.CountInto(list.Coverage, document.Name);
        return list.Build();
    }

    static void Relationship(XmlRecord relationship, OfacReferences references, OfacListBuilder list)
    {
        var (from, to) = (relationship.TakeAttribute("From-ProfileID"), relationship.TakeAttribute("To-ProfileID"));
        if (from is null || to is null || list.Find(from) is not { } party) return;
        var type = references.Text("RelationType", relationship.TakeAttribute("RelationTypeID")) ?? "linked to";
        var kind = OfacRelation.KindOf(type, relationship.TakeAttribute("Former") == "true");
        // The other party may stand further down, and its name is known once it does: links by number are completed at the end.
        party.Relation(kind, to, to);
        party.Publish("ProfileRelationship", $"{type} {to}");
        if (OfacFacts.Note(relationship.Take("Comment"), OfacFacts.Said("from", OfacDatePeriod.Read(relationship.Child("DatePeriod")))) is { } about)
            party.Fact(new("notes", about, Note: $"{type} {to}"));
    }

    static void Listing(XmlRecord entry, OfacReferences references, OfacListBuilder list)
    {
        if (entry.TakeAttribute("ProfileID") is not { } id || list.Find(id) is not { } party)
        {
            list.Warn(entry, "listing of a party that is not in the file");
            return;
        }
        string? since = null;
        foreach (var @event in entry.All("EntryEvent"))
        {
            var date = @event.Child("Date") is { } point ? OfacDatePeriod.Point(point, last: false)?.ToString("yyyy-MM-dd") : null;
            if (date is not null && (since is null || string.CompareOrdinal(date, since) < 0)) since = date;
            var basis = references.Text("LegalBasis", @event.TakeAttribute("LegalBasisID"));
            if (basis is not null and not "Unknown") party.LegalBases.Add(basis);
            if (@event.Take("Comment") is { } comment) party.Fact(new("notes", comment, Note: "on the listing"));
            party.Publish("EntryEvent", $"{date} {basis}".Trim());
        }
        foreach (var measure in entry.All("SanctionsMeasure"))
        {
            var type = references.Text("SanctionsType", measure.TakeAttribute("SanctionsTypeID"));
            var comment = measure.Take("Comment");
            if (type is "Program" or null && comment is not null) party.Programs.Add(comment);
            else if (type is not null and not "Program") party.Fact(new("provisions", type, Note: comment));
            party.Publish("SanctionsMeasure", $"{type} {comment}".Trim());
        }
        foreach (var text in new[] { entry.Take("Comment"), entry.Take("LimitationsToListing") })
            if (text is not null) party.Fact(new("notes", text, Note: "on the listing"));
        if (references.Text("List", entry.TakeAttribute("ListID")) is { } name) party.Listings.Add((name, since));
    }
}
