using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Dfat;

/// <summary>
/// The rows of one party: the primary name under its number ("12"), other names under the number with a letter ("12a", "12a1"). All else is
/// repeated in each row, and read where it says something new. For one thread.
/// </summary>
sealed partial class DfatRows
{
    readonly EntryDraft draft = new();
    readonly HashSet<(string Column, string Text)> known = [];
    string type = "";

    /// <summary>Adds what a row says.</summary>
    public void Add(SheetRow row, DfatHeader header, CoverageCounter coverage)
    {
        var name = row[header["Name of Individual or Entity"]];
        if (type.Length == 0) type = row[header["Type"]].ToLowerInvariant();
        if (name.Length > 0)
            draft.AddNames(WrittenNames.Split(name, KindOf(row[header["Name Type"]], row[header["Alias Strength"]]), person: type == "individual"));
        for (var i = 0; i < header.Names.Length; i++)
        {
            if (row[i].Length == 0) continue;
            var isNew = known.Add((header.Names[i], row[i]));
            if (isNew) draft.AddPublished(header.Names[i], row[i]);
            if (header.Names[i] is "Reference" or "Type" or "Name of Individual or Entity" or "Name Type" or "Alias Strength" || !isNew || Read(header.Names[i], row[i])) coverage.Map();
            else coverage.Miss(header.Names[i]);
        }
    }

    /// <summary>The entry; null where there is no name.</summary>
    public Entry? Build(string number) => draft.Build(number, type switch { "individual" => "Person", "vessel" => "Vessel", _ => "Organization" });

    static NameKind KindOf(string type, string strength) =>
        type.ToLowerInvariant() switch
        {
            "primary name" => NameKind.Primary,
            "original script" => NameKind.OriginalScript,
            "formerly known as" or "fka" or "f.k.a." => NameKind.Former,
            _ => strength.Equals("Weak", StringComparison.OrdinalIgnoreCase) ? NameKind.WeakAlias : NameKind.Alias,
        };

    bool Read(string column, string text)
    {
        if (Placeholder.Is(text)) return true;
        switch (column)
        {
            case "Date of Birth": AddDates(text); break;
            case "Place of Birth": AddEach("birthPlace", text); break;
            case "Citizenship": AddCountries(text); break;
            case "Address": AddEach("address", text); break;
            case "Additional Information": DfatInformation.Read(text, draft); break;
            case "Listing Information": AddListing(text); break;
            case "IMO Number": draft.AddFact("imoNumber", text); break;
            case "Committees": draft.AddProgram(text); break;
            case "Control Date": draft.AddFact("modifiedAt", DateOf(text)); break;
            case "Instrument of Designation": draft.AddFact("sanctions.summary", text, "instrument of designation"); break;
            case "Targeted Financial Sanction" or "Travel Ban" or "Arms Embargo" or "Maritime Restriction":
                if (text is "1" or "true" or "Yes") draft.AddFact("sanctions.provisions", column);
                break;
            default: return false;
        }
        return true;
    }

    void AddDates(string text)
    {
        // Some dates stand in cells without a date's style: days since 1900, by which nobody is five digits old.
        if (text.Length == 5 && text.All(char.IsAsciiDigit)) draft.AddFact("birthDate", XlsxDate.Read(text, from1904: false));
        else
            foreach (var date in WrittenDates.Read("birthDate", text)) if (!Placeholder.Is(date.Value)) draft.AddFact(date);
    }

    static string? DateOf(string text) => DayFirstDate.Read(text.Length == 5 && text.All(char.IsAsciiDigit) ? XlsxDate.Read(text, from1904: false) : text);

    void AddEach(string property, string text)
    {
        foreach (var part in LetteredList.Split(text).SelectMany(static p => p.Split(';')))
        {
            var one = Blanks.Collapse(part);
            if (Placeholder.Is(one)) continue;
            // A country alone is no address.
            if (property == "address" && Countries.CodeOf(one) is not null) draft.AddFact("country", one);
            else draft.AddFact(property, one);
        }
    }

    /// <summary>"Russia;Ukraine", "Russian and Ukrainian": divided unless the whole is a country.</summary>
    void AddCountries(string text)
    {
        foreach (var part in LetteredList.Split(text).SelectMany(static p => p.Split(';', ',')))
            foreach (var one in Countries.CodeOf(part) is null ? part.Split(" and ") : [part])
                if (!Placeholder.Is(one)) draft.AddFact("nationality", one);
    }

    void AddListing(string text)
    {
        draft.AddFact("sanctions.summary", text, "listing");
        if (draft.ListedOn is null && Listed().Match(text) is { Success: true } listed) draft.ListedOn = DayFirstDate.Read(listed.Groups[1].Value);
    }

    [GeneratedRegex(@"\b(?:listed|designated)\b[^\n]*?\b(\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Listed();
}
