using System.Text.RegularExpressions;

namespace Ostrakon.Lists.Uk;

/// <summary>The fields that stand by themselves, in a column or behind a tag.</summary>
static partial class UkFields
{
    /// <summary>Adds a field's value; fields that need others beside them are not known here.</summary>
    public static void Add(UkDraft draft, string field, string value)
    {
        switch (field)
        {
            case ['=', .. var property]: draft.AddFacts(property, value); break;
            case "uniqueId" or "unReference": TakeIds(draft, field, value); break;
            case "groupId": draft.AddFact("sanctions.recordId", value, "OFSI Group ID"); break;
            case "regime": draft.AddRegime(value); break;
            case "designated": draft.AddDesignated(value); break;
            case "listedOn": draft.AddListed(value); break;
            case "updated": draft.AddDate("modifiedAt", value); break;
            case "birthDate": draft.AddBirthDate(value); break;
            case "reason": draft.AddReason(value); break;
            case "gender": draft.AddFact("gender", value.ToLowerInvariant()); break;
            case "provisions":
                foreach (var provision in value.Split('|', ';', ',')) draft.AddFact("sanctions.provisions", provision);
                break;
            case "imo": draft.AddImo(value); break;
            case "length": draft.AddFact("notes", value, note: "length of ship"); break;
            case "parent": draft.AddRelations("subsidiary-of", value); break;
            case "subsidiaries": draft.AddRelations("parent-of", value); break;
            case "owner":
                draft.AddFacts("owner", value);
                draft.AddRelations("owner-or-operator", value);
                break;
            case "previousOwner": draft.AddRelations("former-owner-or-operator", value); break;
        }
    }

    /// <summary>Sets the ids that a text begins with and gives back the rest of it.</summary>
    public static string TakeIds(UkDraft draft, string field, string value)
    {
        var match = field == "uniqueId" ? UniqueIds().Match(value) : UnReferences().Match(value);
        if (!match.Success) return value;
        if (field == "unReference") draft.UnReference ??= match.Groups[1].Value;
        else
        {
            draft.Id ??= match.Groups[1].Value;
            // "BEL0006 and GHR0058": designated under two regimes.
            foreach (Capture other in match.Groups[2].Captures) draft.AddFact("sanctions.recordId", other.Value, "UK Sanctions List Ref");
        }
        return value[match.Length..];
    }

    [GeneratedRegex(@"^\s*([A-Z]{3}\d{4})(?:(?:\s*,|\s+and|\s*&)\s*([A-Z]{3}\d{4}))*\.?\s*")]
    private static partial Regex UniqueIds();

    [GeneratedRegex(@"^\s*([A-Z]{2}[ei]\.\d{3}|[A-Z]{1,2}\.[A-Z]\.\d+\.\d+|[A-Z]\.\d+\.[A-Z]+\.?\d*)\.?\s*")]
    private static partial Regex UnReferences();
}
