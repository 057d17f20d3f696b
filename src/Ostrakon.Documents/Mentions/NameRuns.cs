using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>The grammar of written names: a run of capitalised words, with the small words that join them ("Bank of China").</summary>
static class NameRuns
{
    const int Longest = 12;

    /// <summary>The end of the run that begins at a word; the word itself where none begins.</summary>
    public static int EndOf(MarkedText text, int first)
    {
        if (!text.IsCapital(first)) return first;
        var end = first + 1;
        while (end < text.Length && end - first < Longest)
        {
            if (text.Words[end - 1].Possessive) break;
            // "Quality The Jasmine": a capital article begins something new.
            if (text.Word(end) is "The") break;
            if (JoinsOn(text, end)) { end++; continue; }
            // Small words inside a name: at most two, and a capital must follow.
            var next = end;
            while (next < text.Length && next - end < 2 && text.Is(next, Cue.Particle) && !text.IsCapital(next) && text.Words[next].Before <= Gap.Blank) next++;
            if (next == end || !JoinsOn(text, next) || text.Is(end, Cue.Opener) && !IsNameJoin(text, end, first)) break;
            end = next + 1;
        }
        return end;
    }

    static bool JoinsOn(MarkedText text, int word) =>
        word < text.Length && text.Words[word].Before <= Gap.Blank
        && (text.IsCapital(word) || text.Words[word].Shape == WordShape.Number && text.Words[word].Before == Gap.Joined);

    /// <summary>"of", "for", "and", "the" join only what already looks like an organisation or a place ("Ministry of", "Bank for").</summary>
    static bool IsNameJoin(MarkedText text, int word, int first)
    {
        if (text.Word(word) is "and" or "the" or "for" or "on" or "in" or "i" or "e" or "y") return false;
        for (var i = first; i < word; i++)
            if (text.Is(i, Cue.OrgHead | Cue.PlaceHead)) return true;
        return !text.Word(word).SequenceEqual("of");
    }

    /// <summary>The end of a ship's name with the number behind it ("Jang Mi | 9", "Submarine No | 841").</summary>
    public static int WithNumber(MarkedText text, int end) =>
        end < text.Length && text.Words[end].Shape == WordShape.Number && text.Words[end].Before <= Gap.Blank && !text.Words[end - 1].Possessive && text.Words[end].End - text.Words[end].Start <= 4
            && (end + 1 >= text.Length || text.Words[end + 1].Before > Gap.Blank || text.Words[end + 1].Shape == WordShape.Lower) ? end + 1 : end;

    /// <summary>Whether the words around a name say that it is a ship's: "the tanker X", "MV X", "X, a cargo ship", "the vessel, X".</summary>
    public static bool IsVessel(MarkedText text, int first, int end)
    {
        if (text.Is(first - 1, Cue.Vessel) && text.Words[first].Before <= Gap.Mark) return true;
        if (text.Is(first, Cue.Vessel) && end - first > 1) return true;
        if (end < text.Length && text.Words[end].Before <= Gap.Blank && text.Is(end, Cue.Vessel) && !text.IsCapital(end)) return true;
        if (end + 1 >= text.Length || text.Words[end].Before is not (Gap.Comma or Gap.Mark)) return false;
        for (var i = end; i < Math.Min(end + 5, text.Length) && (i == end || text.Words[i].Before <= Gap.Blank); i++)
            if (text.Is(i, Cue.Vessel)) return true;
        return false;
    }
}
