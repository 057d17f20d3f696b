using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Sema;

/// <summary>One <c>record</c> of the Canadian list. Immutable.</summary>
/// <param name="Entry">The entry under the key alone.</param>
/// <param name="Key">A key of regime and name.</param>
/// <param name="Born">Birth date as published; empty where there is none.</param>
sealed record SemaRecord(Entry Entry, string Key, string Born)
{
    /// <summary>Reads a record of either generation: that of 2020 calls fields Entity, Title and DateOfBirth.</summary>
    public static SemaRecord? Read(XmlRecord record)
    {
        var draft = new EntryDraft();
        var (regime, last, given) = (English(record.Take("Country") ?? ""), record.Take("LastName"), record.Take("GivenName"));
        var entity = record.Take("EntityOrShip") ?? record.Take("Entity");
        var (title, imo) = (record.Take("TitleOrShip") ?? record.Take("Title"), record.Take("ShipIMONumber"));
        var person = entity is null;
        var ship = !person && (imo is not null || title is not null);
        draft.AddNames(person ? SemaNames.OfPerson(last, given) : SemaNames.OfEntity(entity!));
        if (record.Take("Aliases") is { } aliases) draft.AddNames(SemaNames.Aliases(aliases, person));
        draft.AddFact(ship ? "type" : "title", title is null ? null : English(title));
        draft.AddFact("imoNumber", imo);
        var date = record.Take("DateOfBirthOrShipBuildDate") ?? record.Take("DateOfBirth");
        foreach (var fact in WrittenDates.Read(ship ? "buildDate" : "birthDate", date ?? "")) draft.AddFact(fact);
        draft.AddProgram(regime);
        draft.AddFact("sanctions.provisions", record.Take("Schedule") is { } schedule && schedule != "N/A" ? $"Schedule {schedule}" : null);
        AddListing(draft, record.Take("DateOfListing"));
        foreach (var (path, value, _) in record.Values()) draft.AddPublished(path, value);
        var key = ContentKey.Of(regime, last ?? "", given ?? "", entity ?? "");
        return draft.Build(key, person ? "Person" : ship ? "Vessel" : "Organization") is { } entry ? new(entry, key, person ? date ?? "" : "") : null;
    }

    static void AddListing(EntryDraft draft, string? date)
    {
        if (date is null) return;
        draft.ListedOn = DayFirstDate.Read(date);
        if (draft.ListedOn is null) draft.AddFact("notes", date, note: "date of listing");
    }

    /// <summary>The English half of "Belarus / Bélarus", "General/général".</summary>
    static string English(string bilingual) => bilingual.IndexOf('/') is > 0 and var stroke && !bilingual.StartsWith("N/A", StringComparison.Ordinal) ? bilingual[..stroke].Trim() : bilingual;
}
