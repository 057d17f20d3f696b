using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>
/// The grammar of written names: a run of capitalised words, with the small words that join them ("Bank of China"), without the titles
/// and openers in front, and what it names by the cues in and beside it.
/// </summary>
static class NameRuns
{
    const int Longest = 12;

    /// <summary>The run that begins at a word; its end is the word itself where none begins.</summary>
    public static int EndOf(MarkedText text, int first)
    {
        if (!text.IsCapital(first)) return first;
        var end = first + 1;
        while (end < text.Length && end - first < Longest)
        {
            if (text.Words[end - 1].Possessive) break;
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

    /// <summary>The spans of a run: titles cut off, a state in front of a title or of a person cut off.</summary>
    public static NameSpan? Read(MarkedText text, int first, int end)
    {
        var start = first;
        while (first < end && text.Opens(first) && text.Is(first, Cue.Opener) && !text.Is(first, Cue.Title)) first++;
        while (first < end && text.Is(end - 1, Cue.Never)) end--;
        while (first < end && text.Is(first, Cue.Never)) first++;
        var name = first;
        while (name < end && text.Is(name, Cue.Title)) name++;
        var titled = name > first;
        if (name == end) return null;
        var front = titled ? text.Span(first, name).ToString() : null;
        var kind = titled && !HasHead(text, name, end) ? PartyKind.Person : KindOf(text, name, end);
        if (titled && kind != PartyKind.Person) name = first;
        return name == end || end - start == 0 ? null : new(name, end, kind) { Front = front };
    }

    static bool HasHead(MarkedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (text.Is(i, Cue.OrgHead | Cue.OrgForm)) return true;
        return false;
    }

    static PartyKind? KindOf(MarkedText text, int first, int end)
    {
        if (IsVessel(text, first, end)) return PartyKind.Vessel;
        if (text.Is(end - 1, Cue.OrgForm) && end - first > 1) return PartyKind.Organisation;
        for (var i = first; i < end; i++)
            if (text.Is(i, Cue.OrgHead) && end - first > 1) return PartyKind.Organisation;
        if (end - first > 1 && (text.Is(end - 1, Cue.PlaceHead) || text.Is(first, Cue.PlaceHead | Cue.PlaceFront))) return PartyKind.Place;
        if (end - first == 1 && text.Words[first].Shape == WordShape.Upper) return PartyKind.Organisation;
        if (first > 0 && text.Words[first].Before <= Gap.Blank && text.Is(first - 1, Cue.Role)) return PartyKind.Person;
        if (end - first is 2 or 3 or 4) return PartyKind.Person;
        if (first > 0 && text.Word(first - 1) is "in" or "at" or "near" or "from" or "to") return PartyKind.Place;
        return null;
    }

    /// <summary>"the tanker X", "MV X", "X, a cargo ship".</summary>
    static bool IsVessel(MarkedText text, int first, int end)
    {
        if (first > 0 && text.Is(first - 1, Cue.Vessel) && text.Words[first].Before <= Gap.Mark) return true;
        if (text.Is(first, Cue.Vessel) && end - first > 1) return true;
        if (end + 1 < text.Length && text.Words[end].Before == Gap.Comma)
            for (var i = end; i < Math.Min(end + 4, text.Length) && (i == end || text.Words[i].Before <= Gap.Blank); i++)
                if (text.Is(i, Cue.Vessel)) return true;
        return false;
    }
}
