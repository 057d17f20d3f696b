using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Uk;

/// <summary>One <c>Designation</c> of the UK Sanctions List XML as an entry.</summary>
static class UkDesignation
{
    /// <summary>Lists of plain values: where they stand, and the field that they are.</summary>
    static readonly (string Outer, string Inner, string Field)[] Lists =
    [
        ("PhoneNumbers", "PhoneNumber", "=phone"), ("EmailAddresses", "EmailAddress", "=email"), ("Websites", "Website", "=website"), ("Titles", "Title", "=title"),
    ];

    static readonly (string Outer, string Inner, string Field)[] PersonLists =
    [
        ("Nationalities", "Nationality", "=nationality"), ("Positions", "Position", "=position"), ("Genders", "Gender", "gender"),
    ];

    static readonly (string Outer, string Inner, string Field)[] EntityLists =
    [
        ("TypeOfEntities", "TypeOfEntity", "=legalForm"), ("BusinessRegistrationNumbers", "BusinessRegistrationNumber", "=registrationNumber"),
        ("ParentCompanies", "ParentCompany", "parent"), ("Subsidiaries", "Subsidiary", "subsidiaries"),
    ];

    static readonly (string Outer, string Inner, string Field)[] ShipLists =
    [
        ("IMONumbers", "IMONumber", "imo"), ("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip", "=flag"), ("PreviousFlags", "PreviousFlag", "=pastFlags"),
        ("TypeOfShipDetails", "TypeOfShip", "=type"), ("TonnageOfShipDetails", "TonnageOfShip", "=tonnage"), ("LengthOfShipDetails", "LengthOfShip", "length"),
        ("YearsBuilt", "YearBuilt", "=buildDate"), ("CurrentOwnerOperators", "CurrentOwnerOperator", "owner"),
        ("PreviousOwnerOperators", "PreviousOwnerOperator", "previousOwner"), ("HullIdentificationNumbers", "HullIdentificationNumber", "=registrationNumber"),
    ];

    /// <summary>The entry; null without a unique id or a name.</summary>
    public static Entry? Read(XmlRecord record)
    {
        var draft = new UkDraft
        {
            Id = record.Take("UniqueID"), Type = record.Take("IndividualEntityShip"), UnReference = record.Take("UNReferenceNumber"),
        };
        foreach (var name in record.All("Names", "Name"))
            draft.AddName([.. Enumerable.Range(1, 6).Select(i => name.Take($"Name{i}") ?? "")], name.Take("NameType") ?? "", name.Take("AliasStrength") ?? "");
        foreach (var name in record.All("NonLatinNames", "NonLatinName")) draft.AddOriginal(name.Take("NameNonLatinScript") ?? "");
        AddLists(draft, record, Lists);
        foreach (var person in record.All("IndividualDetails", "Individual")) AddPerson(draft, person);
        foreach (var entity in record.All("EntityDetails", "Entity")) AddLists(draft, entity, EntityLists);
        foreach (var ship in record.All("ShipDetails", "Ship")) AddLists(draft, ship, ShipLists);
        foreach (var address in record.All("Addresses", "Address"))
            draft.AddAddress([.. Enumerable.Range(1, 6).Select(i => address.Take($"AddressLine{i}") ?? ""), address.Take("AddressPostalCode") ?? ""], address.Take("AddressCountry") ?? "");
        draft.AddDesignated(record.Take("DateDesignated") ?? "");
        draft.AddDate("modifiedAt", record.Take("LastUpdated") ?? "");
        draft.AddFact("sanctions.recordId", record.Take("OFSIGroupID") ?? "", "OFSI Group ID");
        draft.AddFact("sanctions.authority", record.Take("DesignationSource") ?? "");
        UkFields.Add(draft, "provisions", record.Take("SanctionsImposed") ?? "");
        draft.AddRegime(record.Take("RegimeName") ?? "");
        draft.AddReason(record.Take("UKStatementofReasons") ?? "");
        draft.AddRemark(record.Take("OtherInformation") ?? "");
        draft.AddPublished(record.Values().Select(static v => new PublishedField(v.Path, v.Value)));
        return draft.Id is { } id ? draft.Build(id) : null;
    }

    static void AddPerson(UkDraft draft, XmlRecord person)
    {
        foreach (var date in person.All("DOBs", "DOB")) draft.AddBirthDate(date.Take() ?? "");
        foreach (var place in person.All("BirthDetails", "Location")) draft.AddBirthPlaces(place.Take("TownOfBirth") ?? "", place.Take("CountryOfBirth") ?? "");
        foreach (var passport in person.All("PassportDetails", "Passport"))
            draft.AddNumbers("passportNumber", passport.Take("PassportNumber") ?? "", passport.Take("PassportAdditionalInformation") ?? "");
        foreach (var id in person.All("NationalIdentifierDetails", "NationalIdentifier"))
            draft.AddNumbers("idNumber", id.Take("NationalIdentifierNumber") ?? "", id.Take("NationalIdentifierAdditionalInformation") ?? "");
        AddLists(draft, person, PersonLists);
    }

    static void AddLists(UkDraft draft, XmlRecord parent, (string Outer, string Inner, string Field)[] lists)
    {
        foreach (var (outer, inner, field) in lists)
            foreach (var item in parent.All(outer, inner))
                if (item.Take() is { } value) UkFields.Add(draft, field, value);
    }
}
