using System.Globalization;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>How a page writes its dates. Immutable.</summary>
/// <param name="Language">Its language, ISO 639; null where unknown.</param>
readonly record struct DateHabit(string? Language)
{
    /// <summary>Whether 3/4/2020 is the fourth of March.</summary>
    public bool MonthFirst => Language is null || Language.Equals("en", StringComparison.OrdinalIgnoreCase) || Language.StartsWith("en-us", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A date in a text. Immutable.</summary>
/// <param name="Day">The day.</param>
/// <param name="Other">The day that it is where 3/4/2020 is meant the other way round; null where that is none.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
readonly record struct WrittenDate(DateOnly Day, DateOnly? Other, int Start, int End);

/// <summary>
/// Dates as pages write them: in figures, with the month's name before or after the day, in East Asian order, in other digits, in the calendars of Iran and
/// of Thailand. The text is read as numbers and words and what stands between them. Stateless.
/// </summary>
static class DateText
{
    const int FirstYear = 1990, LastYear = 2100, Longest = 400, MostTokens = 200;

    /// <summary>A run of digits or of letters. Immutable.</summary>
    readonly record struct Token(int Start, int End, int Value, DateWords.Month? Month)
    {
        public int Length => End - Start;
        public bool IsNumber => Value >= 0;
        public bool IsDay => IsNumber && Length <= 2;
        public bool IsYear => IsNumber && Length == 4;
    }

    /// <summary>Words that stand between the parts of a date and say nothing.</summary>
    static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "st", "nd", "rd", "th", "er", "º", "ª", "de", "of", "del", "di", "d", "the", "tháng", "năm", "m", "gada", "ko", "g", "da", "den",
    };

    /// <summary>The first date of a text; null where it has none.</summary>
    public static DateOnly? Find(string? text, DateHabit habit) => First(text, habit)?.Day;

    /// <summary>The first date of a text, with its place; null where it has none.</summary>
    public static WrittenDate? First(ReadOnlySpan<char> text, DateHabit habit)
    {
        if (text.Length > Longest) text = text[..Longest];
        if (!text.ContainsAnyInRange('0', '9') && !HasOtherDigits(text)) return null;
        Span<Token> tokens = stackalloc Token[MostTokens];
        var reader = new Reader(text, tokens[..Tokens(text, tokens, habit.Language)], habit);
        for (var i = 0; i < reader.Count; i++)
            if (reader.At(i) is { } date) return date;
        return null;
    }

    /// <summary>The day of a year, month and day in figures; null where there is none, or none that a page of the web can have.</summary>
    public static DateOnly? Of(int year, int month, int day)
    {
        if (year < 100) year += year < 70 ? 2000 : 1900;
        return year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null : new DateOnly(year, month, day);
    }

    static bool HasOtherDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c > '\u007f' && char.IsDigit(c)) return true;
        return false;
    }

    static bool IsLetter(char c) => char.IsLetter(c) || c > '\u007f' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The letters that count years, months and days in East Asia; each stands for itself.</summary>
    static bool IsUnit(char c) => c is '年' or '月' or '日' or '년' or '월' or '일';

    static int Tokens(ReadOnlySpan<char> text, Span<Token> tokens, string? language)
    {
        var count = 0;
        Span<char> pair = stackalloc char[2 * DateWords.LongestWord + 1];
        for (var at = 0; at < text.Length && count < tokens.Length;)
        {
            var start = at;
            if (char.IsDigit(text[at]))
            {
                var value = 0;
                for (; at < text.Length && char.IsDigit(text[at]); at++)
                    if (at - start < 9) value = 10 * value + (int)char.GetNumericValue(text[at]);
                tokens[count++] = new Token(start, at, value, null);
            }
            else if (IsLetter(text[at]) && !IsUnit(text[at]))
            {
                while (at < text.Length && IsLetter(text[at]) && !IsUnit(text[at])) at++;
                var month = DateWords.MonthOf(text[start..at], language);
                // Names of two parts ("כ.א", "كانون الثاني") stand in the table as one.
                if (month is null && count > 0 && tokens[count - 1] is { IsNumber: false, Month: null } before && start - before.End == 1 && before.Length <= DateWords.LongestWord && at - start <= DateWords.LongestWord)
                {
                    text[before.Start..before.End].CopyTo(pair);
                    pair[before.Length] = '_';
                    text[start..at].CopyTo(pair[(before.Length + 1)..]);
                    month = DateWords.MonthOf(pair[..(at - before.Start)], language);
                    if (month is not null) (start, count) = (before.Start, count - 1);
                }
                tokens[count++] = new Token(start, at, -1, month);
            }
            else at++;
        }
        return count;
    }

    /// <summary>Reads the dates that start at a token.</summary>
    readonly ref struct Reader(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, DateHabit habit)
    {
        readonly ReadOnlySpan<char> text = text;
        readonly ReadOnlySpan<Token> tokens = tokens;
        readonly DateHabit habit = habit;

        public int Count => tokens.Length;

        public WrittenDate? At(int i)
        {
            var first = tokens[i];
            if (first.Month is not null) return MonthFirst(i);
            if (!first.IsNumber) return null;
            if (first.Length is 8 or 12 or 14) return Packed(first);
            return first.IsYear ? YearFirst(i) : first.IsDay ? DayName(i) ?? Figures(i) : null;
        }

        /// <summary>20200424, also with the time behind it.</summary>
        WrittenDate? Packed(Token one)
        {
            var eight = 0;
            foreach (var c in text.Slice(one.Start, 8)) eight = 10 * eight + (int)char.GetNumericValue(c);
            return Dated(Of(eight / 10000, eight / 100 % 100, eight % 100), one, one);
        }

        /// <summary>2020-04-24, 2020年4月24日, 2020. április 24, 2020. gada 24. aprīlis.</summary>
        WrittenDate? YearFirst(int i)
        {
            var (second, third) = (Next(i), Next(Next(i)));
            if (third < 0) return null;
            var (year, one, two) = (tokens[i], tokens[second], tokens[third]);
            if (one.Month is { } m && two.IsDay) return Dated(Day(year.Value, m, two.Value), year, two);
            if (one.IsDay && two.Month is { } n) return Dated(Day(year.Value, n, one.Value), year, two);
            return one.IsDay && two.IsDay && third == i + 2 && Alike(Between(i), Between(second)) ? Dated(Day(year.Value, new(one.Value, IsSolarYear(year.Value)), two.Value), year, two) : null;
        }

        /// <summary>24 April 2020, 24. April '20.</summary>
        WrittenDate? DayName(int i)
        {
            var second = Next(i);
            if (second < 0 || tokens[second].Month is not { } month) return null;
            var third = Next(second);
            if (third >= 0 && tokens[third].Month is { } again && again.Number == month.Number) third = Next(third);          // "24 نيسان / أبريل 2020"
            return third >= 0 && IsYear(second, third) ? Dated(Day(tokens[third].Value, month, tokens[i].Value), tokens[i], tokens[third]) : null;
        }

        /// <summary>April 24, 2020; Apr 24 21:14:08 2020.</summary>
        WrittenDate? MonthFirst(int i)
        {
            var second = Next(i);
            if (second < 0 || !tokens[second].IsDay) return null;
            var third = Next(second);
            while (third > 0 && third < second + 6 && third < Count - 1 && !tokens[third].IsYear && (text[tokens[third].End] == ':' || text[tokens[third].Start - 1] == ':' || !tokens[third].IsNumber)) third++;
            return third >= 0 && tokens[third].IsYear ? Dated(Day(tokens[third].Value, tokens[i].Month!.Value, tokens[second].Value), tokens[i], tokens[third]) : null;
        }

        /// <summary>24.4.2020, 4/24/20, 24 tháng 4, 2020.</summary>
        WrittenDate? Figures(int i)
        {
            var (second, third) = (Next(i), Next(Next(i)));
            if (third < 0 || !tokens[second].IsDay || !(tokens[third].IsYear || tokens[third].Length == 2 && third == i + 2)) return null;
            var (one, two, year) = (tokens[i], tokens[second], tokens[third]);
            var sign = Between(i).Trim();
            if (!Alike(Between(i), Between(second)) && !IsVietnamese(i, second)) return null;
            // Numbers of versions and addresses of computers go on.
            if (one.Start > 1 && sign.Length == 1 && text[one.Start - 1] == sign[0] && char.IsDigit(text[one.Start - 2])) return null;
            if (year.End + 1 < text.Length && sign.Length == 1 && text[year.End] == sign[0] && char.IsDigit(text[year.End + 1])) return null;
            var (dayFirst, monthFirst) = (Day(year.Value, new(two.Value, false), one.Value), Of(year.Value, one.Value, two.Value));
            if (dayFirst is null || monthFirst is null || sign is not "/") return Dated(dayFirst ?? monthFirst, one, year);
            return habit.MonthFirst ? new WrittenDate(monthFirst.Value, dayFirst, one.Start, year.End) : new WrittenDate(dayFirst.Value, monthFirst, one.Start, year.End);
        }

        bool IsVietnamese(int i, int second) => second > i + 1 && text[tokens[i + 1].Start..tokens[i + 1].End].Equals("tháng", StringComparison.OrdinalIgnoreCase);

        /// <summary>Four figures, or two where nothing goes on behind them.</summary>
        bool IsYear(int before, int i)
        {
            if (tokens[i].IsYear) return true;
            if (tokens[i].Length != 2 || !tokens[i].IsNumber || i != before + 1) return false;
            return text[tokens[i].Start - 1] is '\'' or '’' || text[tokens[i].End..].TrimStart() is var rest && (rest.IsEmpty || rest[0] is ')' or '|' or ',');
        }

        /// <summary>The next token that is no filler, where only blanks and a mark or two stand between; -1 where there is none.</summary>
        int Next(int i)
        {
            if (i < 0) return -1;
            for (var next = i + 1; next < Count && next <= i + 3; next++)
            {
                if (!IsLoose(Between(next - 1))) return -1;
                if (tokens[next].IsNumber || tokens[next].Month is not null || !Fillers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[tokens[next].Start..tokens[next].End])) return next;
            }
            return -1;
        }

        ReadOnlySpan<char> Between(int i) => text[tokens[i].End..tokens[i + 1].Start];

        static bool IsLoose(ReadOnlySpan<char> between)
        {
            if (between.Length > 4) return false;
            foreach (var c in between)
                if (!char.IsWhiteSpace(c) && !IsUnit(c) && c is not ('.' or ',' or '/' or '-' or '–' or '\'' or '’' or 'º' or 'ª' or '،' or '\u200f')) return false;
            return true;
        }

        /// <summary>Whether the figures of a date are parted by one sign twice, or by the East Asian words for year and month.</summary>
        static bool Alike(ReadOnlySpan<char> one, ReadOnlySpan<char> two)
        {
            one = one.Trim();
            two = two.Trim();
            return one.Length == 1 && two.Length == 1 && (one[0] is '-' or '.' or '/' or '–' && two[0] == one[0] || one[0] is '年' or '년' && two[0] is '月' or '월');
        }

        bool IsSolarYear(int year) => year is > 1360 and < 1480 && habit.Language is { } language && (language.StartsWith("fa", StringComparison.OrdinalIgnoreCase) || language.StartsWith("ps", StringComparison.OrdinalIgnoreCase));

        static DateOnly? Day(int year, DateWords.Month month, int day)
        {
            const int buddhist = 543;
            if (year is > FirstYear + buddhist and < LastYear + buddhist) year -= buddhist;
            if (!month.IsSolar) return Of(year, month.Number, day);
            if (year is < 1360 or > 1480 || month.Number is < 1 or > 12) return null;
            var calendar = new PersianCalendar();
            return day < 1 || day > calendar.GetDaysInMonth(year, month.Number) ? null : DateOnly.FromDateTime(calendar.ToDateTime(year, month.Number, day, 0, 0, 0, 0));
        }

        static WrittenDate? Dated(DateOnly? day, Token first, Token last) => day is { } found ? new WrittenDate(found, null, first.Start, last.End) : null;
    }
}
