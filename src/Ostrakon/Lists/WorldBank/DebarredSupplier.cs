using System.Text.Json;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.WorldBank;

/// <summary>
/// One supplier. The interface gives the whole row of the Bank's database; what says nothing about the party (who typed it when, flags of
/// the Bank's own) is neither mapped nor, where it changes with every refresh, kept: else every entry would change every night.
/// </summary>
static partial class DebarredSupplier
{
    static readonly HashSet<string> OfTheRefresh = new(StringComparer.Ordinal) { "UPD_DATE", "UPD_TIME", "UPD_USER", "UPD_USER_NAME", "LAST_REFRESH_DATE" };

    /// <summary>A debarment without an end.</summary>
    const string Never = "2999-12-31";

    public static Entry? Read(JsonElement supplier, CoverageCounter coverage)
    {
        var (draft, address, schema, id, country) = (new EntryDraft(), new SortedDictionary<int, string>(), "LegalEntity", "", "");
        var person = JsonFile.Text(supplier, "SUPP_TYPE_CODE") == "I";
        foreach (var member in supplier.EnumerateObject())
        {
            var value = JsonFile.Text(member.Value);
            if (value.Length == 0) continue;
            if (!OfTheRefresh.Contains(member.Name)) draft.AddPublished(member.Name, value);
            var mapped = true;
            switch (member.Name)
            {
                case "SUPP_ID": id = value; break;
                case "SUPP_NAME": Name(value, NameKind.Primary, person, draft); break;
                // Firms are the rule ("F"); what U and C stand for is not published.
                case "SUPP_TYPE_CODE": schema = value switch { "I" => "Person", "F" => "Company", _ => "LegalEntity" }; break;
                case "SUPP_PRE_ACRN" or "SUPP_POST_ACRN": draft.AddFact(person ? "title" : "legalForm", value); break;
                case "SUPP_ADDR": address[1] = value; break;
                case "SUPP_CITY": address[2] = value; break;
                case "SUPP_PROV_NAME": address[3] = value; break;
                case "SUPP_STATE_CODE": address[4] = value; break;
                case "SUPP_ZIP_CODE" or "SUPP_POST_CODE": address[5] = value; break;
                case "COUNTRY_NAME": country = address[6] = value; break;
                case "LAND1": if (country.Length == 0) country = value; break;
                case "DEBAR_FROM_DATE" when PartialDate.TryParse(value, out _): draft.ListedOn = value; break;
                case "DEBAR_TO_DATE": if (value != Never) draft.AddFact("sanctions.endDate", value); break;
                case "DEBAR_REASON": draft.AddReason(value); break;
                case "INELIGIBLY_STATUS": draft.AddFact("sanctions.status", value); break;
                case "ELIG_STAT": draft.AddProgram(value); break;
                case "REGISTER_ID": draft.AddFact("registrationNumber", value); break;
                case "DNB_ID": draft.AddFact("dunsCode", value); break;
                case "ADD_SUPP_INFO": Information(value, person, draft); break;
                default: mapped = false; break;
            }
            if (mapped) coverage.Map();
            else coverage.Miss(member.Name);
        }
        if (country.Length > 0) draft.AddFact("country", country);
        if (address.Keys.Any(static k => k < 6)) draft.AddFact("address", string.Join(", ", address.Values), country: country);
        return id.Length == 0 ? null : draft.Build(id, schema);
    }

    /// <summary>Names of persons begin with a form of address.</summary>
    static void Name(string text, NameKind kind, bool person, EntryDraft draft)
    {
        if (person && Title().Match(text) is { Success: true } title && title.Length < text.Length)
        {
            draft.AddFact("title", title.Groups[1].Value);
            draft.AddNames([new(text[title.Length..], kind, null, text)]);
        }
        else draft.AddNames(WrittenNames.Split(text, kind, person: false));
    }

    /// <summary>
    /// "(FKA Sao Bac Service) (Reg. No.: 0305350288) *531": other names and numbers in brackets, or the name in the party's own script, and
    /// the number of a footnote on the Bank's page.
    /// </summary>
    static void Information(string text, bool person, EntryDraft draft)
    {
        foreach (var part in Brackets().Split(Footnote().Replace(text, " ")).Select(static p => p.Trim(' ', ',', ';', '.')).Where(static p => p.Length > 0))
        {
            var (registered, other) = (Registration().Match(part), OtherName().Match(part));
            if (registered.Success) draft.AddFact("registrationNumber", registered.Groups[1].Value.TrimEnd('.', ','));
            else if (other.Success)
                foreach (var name in other.Groups["names"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    Name(name, other.Groups["former"].Success ? NameKind.Former : NameKind.Alias, person, draft);
            else if (!WrittenNames.IsLatin(part)) draft.AddNames([new(part, NameKind.OriginalScript)]);
            else draft.AddFact("notes", part);
        }
    }

    [GeneratedRegex(@"^((?:MR|MRS|MS|MISS|DR|PROF|ENG)\.?)\s*(?<=[.\s])(?=\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s*\*+\s*\d+\s*")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"[()（）]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(?:Registration|Reg)\.?\s*(?:No|Number)?\.?\s*:?\s*(\S*\d\S*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Registration();

    [GeneratedRegex(@"^(?:(?<former>f\.?k\.?a\b\.?|formerly(?: known| operating)?(?: as)?)|a\.?k\.?a\b\.?|also (?:known|operating) as)[\s:]*(?<names>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherName();
}
