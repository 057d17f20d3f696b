using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>When an event was or will be: the words of the sentence, and the date they mean where the document's date settles it. Pure.</summary>
static class Times
{
    static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    static readonly string[] Units = ["day", "week", "month", "year"];

    public static bool IsCalendarWord(ReadOnlySpan<char> word) => DayOf(word) >= 0 || MonthOf(word) >= 0;

    static int DayOf(ReadOnlySpan<char> word) => IndexOf(Days, word);
    static int MonthOf(ReadOnlySpan<char> word) => word is "may" ? -1 : IndexOf(Months, word);

    static int IndexOf(string[] names, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < names.Length; i++)
            if (word.Equals(names[i], StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    /// <summary>The time of an event: the phrase of time in its sentence that hangs on its trigger, else the nearest in its clause.</summary>
    public static EventTime? Of(EventDraft draft, DateOnly? documentDate)
    {
        var view = draft.View;
        (int First, int End, string? Value)? best = null;
        var nearest = int.MaxValue;
        for (var i = 0; i < view.Tree.Count; i++)
        {
            if (Phrase(view, i, documentDate, draft.Factuality == Factuality.Planned) is not { } phrase) continue;
            var distance = DistanceTo(draft, phrase.First, phrase.End);
            if (distance < nearest) (best, nearest) = (phrase, distance);
            i = phrase.End - 1;
        }
        return best is { } found && nearest < 100 ? new(Phrases.Quote(view, found.First, found.End - 1), found.Value) : null;
    }

    /// <summary>Steps in the tree from the words of time up to the trigger or its verb; 100 where another verb lies between.</summary>
    static int DistanceTo(EventDraft draft, int first, int end)
    {
        var tree = draft.View.Tree;
        var steps = 0;
        for (var at = end - 1; at >= 0 && steps < 8; at = tree.Head(at), steps++)
        {
            if (at == draft.Trigger.Word || at == draft.Trigger.Verb) return steps;
            if (at < first && tree.Part(at) == PartOfSpeech.Verb) return 100;
        }
        return 100;
    }

    /// <summary>The phrase of time that begins at a word, with what it means; null where none begins.</summary>
    static (int First, int End, string? Value)? Phrase(SentenceView view, int at, DateOnly? date, bool ahead)
    {
        var word = view.Tree.Word(at);
        if (DayOf(word) is >= 0 and var day) return (at, at + 1, date is { } d ? Iso(Nearest(d, day, ahead)) : null);
        if (word.Equals("yesterday", StringComparison.OrdinalIgnoreCase)) return (at, at + 1, date is { } d ? Iso(d.AddDays(-1)) : null);
        if (word.Equals("today", StringComparison.OrdinalIgnoreCase) || word.Equals("tonight", StringComparison.OrdinalIgnoreCase)) return (at, at + 1, date is { } d ? Iso(d) : null);
        if (word.Equals("tomorrow", StringComparison.OrdinalIgnoreCase)) return (at, at + 1, date is { } d ? Iso(d.AddDays(1)) : null);
        if (word.Equals("last", StringComparison.OrdinalIgnoreCase) || word.Equals("next", StringComparison.OrdinalIgnoreCase) || word is "this" or "This")
            return Relative(view, at, date, word[0] is 'l' or 'L' ? -1 : word[0] is 'n' or 'N' ? 1 : 0);
        if (MonthOf(word) is >= 0 and var month) return InMonth(view, at, at, month, date, ahead);
        if (IsNumber(word, 1, 31) && at + 1 < view.Tree.Count && MonthOf(view.Tree.Word(at + 1)) is >= 0 and var after) return InMonth(view, at, at + 1, after, date, ahead);
        if (IsYear(word) && at > 0 && view.Tree.Part(at - 1) == PartOfSpeech.Adp) return (at, at + 1, word.ToString());
        return null;
    }

    /// <summary>"last month", "next Tuesday", "this year".</summary>
    static (int, int, string?)? Relative(SentenceView view, int at, DateOnly? date, int step)
    {
        if (at + 1 >= view.Tree.Count) return null;
        var unit = view.Tree.Word(at + 1);
        if (DayOf(unit) is >= 0 and var day) return (at, at + 2, date is { } d ? Iso(Nearest(d, day, step > 0)) : null);
        if (MonthOf(unit) is >= 0 and var month)
            return (at, at + 2, date is { } d ? $"{(step < 0 ? month + 1 < d.Month ? d.Year : d.Year - 1 : step > 0 ? month + 1 > d.Month ? d.Year : d.Year + 1 : d.Year):0000}-{month + 1:00}" : null);
        return IndexOf(Units, unit) switch
        {
            // A week has no ISO date of its own that a reader would know; it is left as it stands.
            1 => (at, at + 2, null),
            2 => (at, at + 2, date is { } d ? d.AddMonths(step).ToString("yyyy-MM") : null),
            3 => (at, at + 2, date is { } d ? (d.Year + step).ToString("0000") : null),
            _ => null,
        };
    }

    /// <summary>"June", "3 June 2020", "June 3, 2020", "June 2020".</summary>
    static (int, int, string?)? InMonth(SentenceView view, int first, int at, int month, DateOnly? date, bool ahead)
    {
        var (end, day, year) = (at + 1, first < at ? int.Parse(view.Tree.Word(first)) : 0, 0);
        if (day == 0 && end < view.Tree.Count && IsNumber(view.Tree.Word(end), 1, 31)) day = int.Parse(view.Tree.Word(end++));
        if (end < view.Tree.Count && IsYear(view.Tree.Word(end))) year = int.Parse(view.Tree.Word(end++));
        else if (end + 1 < view.Tree.Count && view.Tree.Is(end, ",") && IsYear(view.Tree.Word(end + 1))) (year, end) = (int.Parse(view.Tree.Word(end + 1)), end + 2);
        if (year == 0 && date is { } d) year = ahead ? month + 1 >= d.Month ? d.Year : d.Year + 1 : month + 1 <= d.Month ? d.Year : d.Year - 1;
        var isReal = day == 0 || (year > 0 && day <= DateTime.DaysInMonth(year, month + 1));
        return (first, end, year == 0 || !isReal ? null : day == 0 ? $"{year:0000}-{month + 1:00}" : $"{year:0000}-{month + 1:00}-{day:00}");
    }

    static DateOnly Nearest(DateOnly date, int day, bool ahead)
    {
        var gap = ((int)date.DayOfWeek - day + 7) % 7;
        return ahead ? date.AddDays(gap == 0 ? 0 : 7 - gap) : date.AddDays(-gap);
    }

    static bool IsNumber(ReadOnlySpan<char> word, int least, int most) => word.Length <= 2 && int.TryParse(word, out var number) && number >= least && number <= most;

    static bool IsYear(ReadOnlySpan<char> word) => word.Length == 4 && int.TryParse(word, out var year) && year is >= 1900 and <= 2100;

    static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd");
}
