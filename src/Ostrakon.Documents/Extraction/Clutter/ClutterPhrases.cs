using System.Runtime.CompilerServices;
using System.Collections.Frozen;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Extraction.Clutter;

/// <summary>The phrases by which clutter gives itself away (clutter.tsv). Immutable, thread-safe.</summary>
sealed class ClutterPhrases
{
    /// <summary>Where in a line a phrase must stand to make the line clutter.</summary>
    enum Place
    {
        /// <summary>It is the whole line.</summary>
        Line,
        /// <summary>It opens a line of at most <see cref="ShortLine"/> words.</summary>
        Start,
        /// <summary>It is anywhere in a line of at most <see cref="ShortLine"/> words.</summary>
        In,
        /// <summary>It ends the label before a colon, and no full stop ends the line: "Ukraine war latest: ...".</summary>
        Label,
        /// <summary>Alone it proves nothing; two different ones of a reason in one line do.</summary>
        Signal,
    }

    readonly record struct Phrase(string Text, Place Place, string Reason);

    const int ShortLine = 30;

    readonly FrozenDictionary<string, Phrase[]> byFirstWord;
    readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> lookup;

    ClutterPhrases(IEnumerable<Phrase> phrases)
    {
        byFirstWord = phrases.GroupBy(p => p.Text.Split(' ')[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Text.Length).ToArray());
        lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static ClutterPhrases Standard { get; } = new(Resources.Lines("Extraction/Clutter/clutter.tsv").Select(static line => line.Split('\t')).Select(static row =>
        new Phrase(row[2], Enum.Parse<Place>(row[1], ignoreCase: true), row[0])));

    /// <summary>Why a folded line is clutter; null where no phrase says so.</summary>
    /// <param name="line">The line, folded by <see cref="FoldedLine"/>.</param>
    /// <param name="closed">Whether the line ends as a sentence does.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Reason(ReadOnlySpan<char> line, bool closed)
    {
        if (line.Length == 0) return null;
        var words = Words(line);
        string? signalled = null, first = null;
        for (var at = 0; at < line.Length; at = NextWord(line, at))
        {
            if (!lookup.TryGetValue(FirstWord(line[at..]), out var phrases)) continue;
            foreach (var phrase in phrases)
            {
                if (!StandsAt(line, at, phrase.Text)) continue;
                switch (phrase.Place)
                {
                    case Place.Line when at == 0 && phrase.Text.Length == line.Length:
                    case Place.Start when at == 0 && words <= ShortLine:
                    case Place.In when words <= ShortLine:
                    case Place.Label when !closed && words <= ShortLine && IsLabel(line, at + phrase.Text.Length):
                        return phrase.Reason;
                    case Place.Signal when signalled is null:
                        (signalled, first) = (phrase.Reason, phrase.Text);
                        break;
                    case Place.Signal when signalled == phrase.Reason && first != phrase.Text && !first!.Contains(phrase.Text, StringComparison.Ordinal):
                        return phrase.Reason;
                    default: break;
                }
            }
        }
        return null;
    }

    static bool IsLabel(ReadOnlySpan<char> line, int end) => end < line.Length - 2 && line[end] == ':' && line[end + 1] == ' ' && Words(line[..end]) <= 6;

    static bool StandsAt(ReadOnlySpan<char> line, int at, string phrase) =>
        line[at..].StartsWith(phrase, StringComparison.Ordinal)
        && (at + phrase.Length == line.Length || !char.IsLetterOrDigit(line[at + phrase.Length]));

    static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(' ');
        return Trim(end < 0 ? rest : rest[..end]);

        // "Share:" and "(photo" are the words "share" and "photo".
        static ReadOnlySpan<char> Trim(ReadOnlySpan<char> word) => word.TrimEnd(":,.!?\")]");
    }

    static int NextWord(ReadOnlySpan<char> line, int at)
    {
        var space = line[at..].IndexOf(' ');
        if (space < 0) return line.Length;
        space += at + 1;
        while (space < line.Length && !char.IsLetterOrDigit(line[space]) && line[space] is not (' ' or '©')) space++;
        return space;
    }

    static int Words(ReadOnlySpan<char> line) => line.Count(' ') + 1;
}
