using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>A labelled value as a fact, a name or a link.</summary>
static class OfacFacts
{
    /// <summary>Reads a value as the legacy remarks write it, issuer and dates behind the number.</summary>
    /// <returns>False where the value does not have the label's shape, so that it is no value of that label.</returns>
    public static bool Read(OfacLabel label, ReadOnlySpan<char> value, OfacDraft draft)
    {
        if (label.Shape != OfacShape.Id) return Read(label, value.ToString(), null, null, draft);
        var (number, country, note) = SplitId(value);
        return number.Any(char.IsDigit) && Read(label, number, country, note, draft);
    }

    /// <summary>Reads a value whose issuer and dates the file keeps apart.</summary>
    public static bool Read(OfacLabel label, string value, string? country, string? note, OfacDraft draft)
    {
        if (value.Length == 0) return false;
        switch (label.Shape)
        {
            case OfacShape.Id:
                draft.Fact(OfacIdentifier.Read(label, value, country, note, draft));
                return true;
            case OfacShape.Date:
                if (OfacDate.Read(value) is not { } date) return false;
                draft.Fact(new(label.Property, date, Note: note));
                return true;
            case OfacShape.Dated:
                return ReadDated(label, value, draft);
            case OfacShape.Number:
                draft.Fact(new(label.Property, value.Replace(",", "", StringComparison.Ordinal)));
                return true;
            case OfacShape.Gender:
                draft.Fact(new(label.Property, value.ToLowerInvariant()));
                return true;
            case OfacShape.Wallet:
                if (value.IndexOf(' ') is not (> 0 and var blank)) return false;
                draft.Fact(new(label.Property, value[(blank + 1)..].Trim(), value[..blank]));
                return true;
            case OfacShape.Link:
                draft.Relation(label.Property, value);
                return true;
            case OfacShape.Name:
                draft.Name(value, NameKind.Alias);
                return true;
            case OfacShape.Whole:
                draft.Fact(new(label.Property, $"{label.Text} {value}", Note: note));
                return true;
            default:
                draft.Fact(new(label.Property, value, NeedsType(label.Property) ? label.Type : null, country, note));
                return true;
        }
    }

    /// <summary>"(EO 14024 Directive 2): 24 Feb 2022", "(CMIC) 03 Jun 2021": of which measure, then the date.</summary>
    static bool ReadDated(OfacLabel label, string value, OfacDraft draft)
    {
        var close = value.LastIndexOf(')');
        if (OfacDate.Read(value[(close + 1)..].TrimStart(':', ' ')) is not { } date) return false;
        draft.Fact(new(label.Property, date, close < 0 ? label.Text : $"{label.Text} {value[..(close + 1)]}"));
        return true;
    }

    /// <summary>Where one property holds values of several labels, the label says which.</summary>
    static bool NeedsType(string property) =>
        property is not ("birthPlace" or "nationality" or "citizenship" or "position" or "email" or "website" or "sector" or "legalForm" or "model");

    /// <summary>"K754050 (Iraq) issued 26 May 1999 expires 25 May 2004".</summary>
    static (string Number, string? Country, string? Note) SplitId(ReadOnlySpan<char> value)
    {
        var note = TakeDate(ref value, " expires ") is { } expiry ? "expires " + expiry : null;
        if (TakeDate(ref value, " issued ") is { } issue) note = note is null ? "issued " + issue : $"issued {issue}; {note}";
        string? country = null;
        if (value.EndsWith(")", StringComparison.Ordinal) && value.LastIndexOf('(') is > 0 and var open)
        {
            country = value[(open + 1)..^1].ToString();
            value = value[..open];
        }
        return (value.Trim().ToString(), country, note);
    }

    static string? TakeDate(ref ReadOnlySpan<char> value, string word)
    {
        var at = value.LastIndexOf(word, StringComparison.Ordinal);
        if (at <= 0) return null;
        var date = value[(at + word.Length)..].ToString();
        value = value[..at];
        return OfacDate.Read(date) ?? date;
    }
}
