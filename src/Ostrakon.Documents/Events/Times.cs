using System.Globalization;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>When an event was or will be: the words of the sentence, and the date they mean where the document's date settles it. Pure.</summary>
static class Times
{
    static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static bool IsCalendarWord(ReadOnlySpan<char> word) => DayOf(word) >= 0 || MonthOf(word) >= 0;

    static int DayOf(ReadOnlySpan<char> word) => IndexOf(Days, word);
    static int MonthOf(ReadOnlySpan<char> word) => word is "May" ? 4 : word.Equals("may", StringComparison.Ordinal) ? -1 : IndexOf(Months, word);

    static int IndexOf(string[] names, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < names.Length; i++)
            if (word.Equals(names[i], StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    /// <summary>The time of an event: the phrase of time that hangs on its trigger or on the verb that carries it.</summary>
    public static EventTime? Of(EventDraft draft, DateOnly? documentDate) => null;
}
