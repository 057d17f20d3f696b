using System.Text.RegularExpressions;
using Ostrakon.Lists.Ofac;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Csl;

/// <summary>
/// A record as an entry. The list repeats what the Treasury, the Department of Commerce and the Department of State publish; rows of the
/// Treasury carry its labels, so they are read as the Treasury's own files are, and come out the same.
/// </summary>
static partial class CslEntry
{
    /// <summary>Fields under which the Treasury's files have a label.</summary>
    static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["call_sign"] = "Vessel Call Sign", ["vessel_type"] = "Vessel Type", ["gross_tonnage"] = "Vessel Gross Tonnage",
        ["gross_registered_tonnage"] = "Vessel Gross Registered Tonnage", ["vessel_flag"] = "Vessel Flag", ["vessel_owner"] = "Vessel Owner",
        ["dates_of_birth"] = "DOB", ["places_of_birth"] = "POB", ["nationalities"] = "nationality", ["citizenships"] = "citizen",
    };

    /// <summary>The entry; null where it has no name.</summary>
    /// <param name="record">The record.</param>
    /// <param name="coverage">Counts its values.</param>
    /// <param name="known">The entry that an earlier record of the same party made; null where this is the first.</param>
    public static OfacDraft? Read(CslRecord record, CoverageCounter coverage, OfacDraft? known)
    {
        var (source, type) = (record["source"], record["type"]);
        if (record["name"].Length == 0) return null;
        // Files of before 2020 have no ids, and only the Treasury's rows a number.
        var id = new[] { record["_id"], record["id"], record["entity_number"] }.FirstOrDefault(static i => i.Length > 0)
            ?? ContentKey.Of(source, record["name"], string.Join('\n', record.Addresses.Select(static a => a.Text)));
        // Only the Treasury says what a party is; the others list persons and companies together.
        var draft = known ?? new OfacDraft(id, type.Length == 0 ? "LegalEntity" : OfacSchema.Of(type));
        foreach (var (field, value) in record.Values)
            if (Read(field, value, source, draft)) coverage.Map();
            else coverage.Miss(field);
        foreach (var (text, country) in record.Addresses)
        {
            coverage.Map();
            draft.Address([text], null, country);
        }
        foreach (var number in record.Ids)
        {
            coverage.Map();
            OfacFacts.ReadLabelled(number.Type, number.Number, number.Country, OfacFacts.Note(number.Issued, number.Expires), draft);
        }
        if (draft.Programs.Count == 0 && source.Length > 0) draft.Programs.Add(source);
        foreach (var field in record.Published) draft.Publish(field.Name, field.Value);
        return draft.HasName ? draft : null;
    }

    static bool Read(string field, string value, string source, OfacDraft draft)
    {
        var treasury = source.Contains("Treasury", StringComparison.Ordinal);
        switch (field)
        {
            case "_id" or "id" or "type": break;
            case "entity_number" when treasury: draft.Fact(new("sanctions.recordId", value, "OFAC entity number")); break;
            case "entity_number": draft.Fact(new("sanctions.recordId", value, "entity number")); break;
            case "source": draft.Fact(new("sanctions.authority", value)); break;
            case "programs": draft.Programs.Add(value); break;
            case "name": Names(value, NameKind.Primary, treasury, draft); break;
            case "alt_names": Names(value, NameKind.Alias, treasury, draft); break;
            case "title": draft.Fact(new("position", value)); break;
            case "federal_register_notice": draft.LegalBases.Add(value); break;
            case "start_date" when PartialDate.TryParse(value, out _): draft.Listings.Add((source, value)); break;
            case "end_date" when PartialDate.TryParse(value, out _): draft.Fact(new("sanctions.endDate", value)); break;
            case "start_date" or "end_date": draft.Fact(new("notes", value, Note: field)); break;
            case "standard_order": draft.Fact(new("sanctions.provisions", value, "standard order")); break;
            case "license_requirement": draft.Fact(new("sanctions.provisions", value, "license requirement")); break;
            case "license_policy": draft.Fact(new("sanctions.provisions", value, "license policy")); break;
            case "remarks" when treasury: OfacRemarks.Read(value, cut: false, draft, coverage: null); break;
            case "remarks": draft.Fact(new("notes", value)); break;
            // In the JSON file also the country of a party that has no address.
            case "country": draft.Fact(new("country", value)); break;
            default:
                if (!Labels.TryGetValue(field, out var label)) return false;
                OfacFacts.ReadLabelled(label, value, null, null, draft);
                break;
        }
        return true;
    }

    /// <summary>
    /// The Treasury's names are names. The others write an enumeration ("X; and Y"), a former name behind or in brackets, or who is meant
    /// beside the party.
    /// </summary>
    static void Names(string value, NameKind kind, bool treasury, OfacDraft draft)
    {
        if (treasury) { draft.Name(value, kind); return; }
        var text = Successors().Replace(And().Replace(value, ""), "").Trim(' ', ',');
        var other = Other().Match(text);
        if (!other.Success) { Add(text, kind, draft); return; }
        Add(other.Groups["first"].Value, kind, draft);
        Add(other.Groups["second"].Value, other.Groups["former"].Success ? NameKind.Former : NameKind.Alias, draft);
    }

    static void Add(string text, NameKind kind, OfacDraft draft)
    {
        foreach (var name in WrittenNames.Split(text, kind, person: false)) draft.Name(name.Text, name.Kind);
    }

    [GeneratedRegex(@"^and\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@",?\s+and any successors?\b.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Successors();

    [GeneratedRegex(@"^(?<first>[^(]+?)[\s,(]+((?<former>f\.?k\.?a\b\.?|formerly known as)|a\.?k\.?a\b\.?|also known as)[\s,.:]+(?<second>[^()]+?)\)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
