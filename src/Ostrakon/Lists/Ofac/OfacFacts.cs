using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>A labelled value as a fact, a name or a link.</summary>
static class OfacFacts
{
    /// <summary>Reads a value as the legacy remarks write it, issuer and dates behind the number.</summary>
    /// <returns>False where the value does not have the label's shape, so that it is no value of that label.</returns>
    public static bool Read(OfacLabel label, ReadOnlySpan<char> value, OfacDraft draft)
    {
        if (label.Shape == OfacShape.Id && !value.ContainsAnyInRange('0', '9')) return false;
        return Read(label, value.ToString(), null, null, draft);
    }

    /// <summary>
    /// Reads a value of a file that keeps label and value, issuer and dates apart. The Treasury adds labels now and then: a value under
    /// one that is not known here is an identifier where it has a digit, else a note. Nothing is lost.
    /// </summary>
    public static void ReadLabelled(string label, string? value, string? country, string? note, OfacDraft draft)
    {
        if (string.IsNullOrEmpty(value)) return;
        var text = $"{label} {value}";
        if (OfacLabel.At(text) is { } known && Read(known, text[known.Text.Length..].Trim(), country, note, draft)) return;
        draft.Fact(country is not null || note is not null || IsIdentifier(label, value)
            ? OfacIdentifier.Read(new(label, "idNumber", OfacShape.Id), value, country, note, draft)
            : new("notes", text.Trim(), Note: note));
    }

    /// <summary>What is said about a fact, in one line; null where nothing is.</summary>
    public static string? Note(params ReadOnlySpan<string?> parts)
    {
        string? note = null;
        foreach (var part in parts)
            if (!string.IsNullOrEmpty(part)) note = note is null ? part : $"{note}; {part}";
        return note;
    }

    /// <summary>A part of a note with its word before it; null where there is nothing to say.</summary>
    public static string? Said(string word, string? value) => string.IsNullOrEmpty(value) ? null : $"{word} {value}";

    static bool IsIdentifier(string label, string value) =>
        value.Length <= 40 && value.Any(char.IsDigit) && (label.Contains('#') || label.Contains("No", StringComparison.Ordinal) || label.Contains("ID", StringComparison.Ordinal));

    /// <summary>Reads a value whose issuer and dates the file keeps apart.</summary>
    public static bool Read(OfacLabel label, string value, string? country, string? note, OfacDraft draft)
    {
        if (value.Length == 0) return false;
        switch (label.Shape)
        {
            case OfacShape.Id:
                if (country is null && note is null) (value, country, note) = SplitId(value);
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
        var expires = TakeDate(ref value, " expires ");
        var note = Note(Said("issued", TakeDate(ref value, " issued ")), Said("expires", expires));
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
