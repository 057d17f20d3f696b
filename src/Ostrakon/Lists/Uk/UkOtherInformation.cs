using System.Text.RegularExpressions;

namespace Ostrakon.Lists.Uk;

/// <summary>
/// The "Other Information" of OFSI's list: fields that the table has no column for, each behind its tag ("(Gender):Male"), in the middle
/// of plain remarks. The 2014 format has one tag only, "UN Ref ...".
/// </summary>
static partial class UkOtherInformation
{
    public static void Read(UkDraft draft, string text, CoverageCounter coverage)
    {
        var (field, start) = ("", 0);
        foreach (Match tag in Tag().Matches(text))
        {
            if (UkColumn.Named(tag.Groups[1].Value) is not { } column) { coverage.Miss($"Other Information/{tag.Groups[1].Value}"); continue; }
            Add(draft, field, text[start..tag.Index]);
            (field, start) = (column.Field, tag.Index + tag.Length);
        }
        Add(draft, field, text[start..]);
    }

    static void Add(UkDraft draft, string field, string value)
    {
        value = value.Trim();
        if (field.Length == 0 && value.StartsWith(OldReference, StringComparison.Ordinal)) (field, value) = ("unReference", value[OldReference.Length..]);
        if (field is "uniqueId" or "unReference") draft.AddRemark(UkFields.TakeIds(draft, field, value));
        else if (field.Length == 0) draft.AddRemark(value);
        else UkFields.Add(draft, field, value);
    }

    const string OldReference = "UN Ref ";

    [GeneratedRegex(@"(\([A-Z][A-Za-z /]{1,40}\)):\s*")]
    private static partial Regex Tag();
}
