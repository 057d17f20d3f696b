using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>Dates as the Treasury writes them: <c>07 Oct 1952</c>, <c>Oct 1952</c>, <c>1952</c>, <c>circa 1952</c>, <c>1955 to 1958</c>.</summary>
static class OfacDate
{
    const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /// <summary>The date as <see cref="PartialDate"/> writes it; null where the text is no date.</summary>
    public static string? Read(string text)
    {
        text = text.Trim();
        var circa = text.StartsWith("circa ", StringComparison.OrdinalIgnoreCase);
        if (circa) text = text["circa ".Length..];
        var mark = circa ? "~" : "";
        var ends = text is [_, _, _, _, '-', _, _, _, _] ? [text[..4], text[5..]] : text.Split(" to ", 2);
        var written = string.Join('/', ends.Select(end => One(end.Trim()) + mark));
        return PartialDate.TryParse(written, out _) ? written : null;
    }

    /// <summary>A day, month or year in ISO order; empty where it is none.</summary>
    static string One(string text)
    {
        if (text.Length == 4) return text;
        if (text.Length is not (8 or 10 or 11) || text[^5] != ' ') return "";
        var month = Months.IndexOf(text[^8..^5], StringComparison.OrdinalIgnoreCase);
        if (month < 0 || month % 3 != 0) return "";
        var yearAndMonth = $"{text[^4..]}-{month / 3 + 1:00}";
        return text.Length == 8 ? yearAndMonth : $"{yearAndMonth}-{text[..^9].PadLeft(2, '0')}";
    }
}
