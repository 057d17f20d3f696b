using System.Collections.Frozen;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>The names of months and weekdays in many languages (date-words.tsv). Immutable, thread-safe.</summary>
static class DateWords
{
    public const int LongestWord = 24;

    /// <summary>The language of the rows that name the months of the solar calendar of Iran.</summary>
    const string Solar = "fa-solar";

    /// <summary>A month that a word names. Immutable.</summary>
    /// <param name="Number">1..12.</param>
    /// <param name="IsSolar">Whether it is one of the solar calendar.</param>
    public readonly record struct Month(int Number, bool IsSolar);

    static readonly string[][] Rows = [.. Resources.Lines("Extraction/Metadata/date-words.tsv").Select(static line => line.Split('\t'))];

    /// <summary>By name: what most languages that have it call so, and the languages that call another month so ("listopad").</summary>
    static readonly FrozenDictionary<string, (Month Usual, FrozenDictionary<string, Month>? Others)> Months = Rows
        .SelectMany(static row => Enumerable.Range(1, 12).SelectMany(number => row[number].Split(' ').Select(name => (name, Language: row[0], Month: new Month(number, row[0] == Solar)))))
        .GroupBy(static m => m.name).ToFrozenDictionary(static g => g.Key, static g =>
        {
            var usual = g.GroupBy(static m => m.Month).MaxBy(static same => same.Count())!.Key;
            var others = g.Where(m => m.Month != usual).ToFrozenDictionary(static m => m.Language, static m => m.Month);
            return (usual, others.Count == 0 ? null : others);
        });

    static readonly FrozenDictionary<string, (Month Usual, FrozenDictionary<string, Month>? Others)>.AlternateLookup<ReadOnlySpan<char>> Lookup = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string> Weekdays = Rows.Where(static row => row.Length > 13).SelectMany(static row => row[13].Split(' ')).ToFrozenSet();

    /// <summary>The month that a word names; null where it names none.</summary>
    /// <param name="word">In any case; the parts of a name joined by "_".</param>
    /// <param name="language">Of the page, ISO 639; null where unknown.</param>
    public static Month? MonthOf(ReadOnlySpan<char> word, string? language)
    {
        if (word.Length is < 2 or > LongestWord) return null;
        Span<char> lower = stackalloc char[LongestWord];
        word.ToLowerInvariant(lower);
        return !Lookup.TryGetValue(lower[..word.Length], out var found) ? null
            : found.Others is not null && language is { Length: >= 2 } && found.Others.TryGetValue(language[..2].ToLowerInvariant(), out var other) ? other : found.Usual;
    }

    /// <summary>Whether a word is a weekday in some language.</summary>
    public static bool IsWeekday(string word) => Weekdays.Contains(word.ToLowerInvariant());
}
