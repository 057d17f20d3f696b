using System.Collections.Frozen;
using Ostrakon.Documents.Text;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>
/// Whether the name of a place stands for somebody who acts (its government, its team) or for the place itself: the words around it
/// decide, by an ordered list of rules over the classes of readings.tsv. Every rule has a name, so that a reader sees why.
/// </summary>
static class PlaceReading
{
    // Words between "nations" and "include": "nations which have conducted strikes in Iraq include".
    const int MostBetween = 10;

    enum Class { Where, Whose, Either, Acting, Office, Placing, Upon, Example, Parties, Into, Does, Being, Ground }

    static readonly Lazy<FrozenSet<ulong>[]> Classes = new(() =>
    {
        var sets = Enum.GetValues<Class>().Select(_ => new HashSet<ulong>()).ToArray();
        foreach (var line in Resources.Lines("Mentions/readings.tsv"))
        {
            var columns = line.Split('\t');
            foreach (var word in columns[1].Split('|')) sets[(int)Enum.Parse<Class>(columns[0], ignoreCase: true)].Add(TextWords.Key(word));
        }
        return [.. sets.Select(s => s.ToFrozenSet())];
    });

    /// <summary>Whether the name acts, and the rule that says so.</summary>
    public static (bool Acts, string Rule) Of(MarkedText text, int first, int end)
    {
        var right = end < text.Length && text.Words[end].Before <= Gap.Blank ? end : -1;
        // "In Africa, Ghana has relied": what stands before the comma does not govern a subject.
        var (left, coordinated) = first > 0 && text.Words[first].Before == Gap.Comma && right >= 0 && (IsVerb(text, right) || Is(text, right, Class.Being)) && !HasAnd(text, first)
            ? (-1, false) : Governor(text, first);
        if (text.Words[end - 1].Possessive) return Possessed(text, right, left);
        // "bordered by Spain to the south"
        if (right >= 0 && right + 2 < text.Length && text.Word(right) is "to" && text.Word(right + 1) is "the" && Is(text, right + 2, Class.Placing)) return (false, "point of the compass behind");
        // "UK-France summit", "US airstrikes": written in capitals the name serves as the adjective.
        if (end < text.Length && text.Words[end].Before == Gap.Joined && IsState(text, end) || text.Words[first].Before == Gap.Joined && IsStateBefore(text, first)) return (true, "side of a pair");
        if (IsInitials(text, first, end) && IsState(text, first) && right >= 0 && text.Words[right].Shape == WordShape.Lower && !Is(text, right, Class.Ground) && !Is(text, right, Class.Either)
            && !text.Is(right, Cue.Opener)) return (true, "adjective of a state");
        // "Ljubljana, Slovenia": the larger place behind a comma, and the smaller one before it.
        if (IsPlaceChain(text, first, end)) return (false, "place chain");
        if (left >= 0)
        {
            if (IsExample(text, left)) return (ActsBeforeExample(text, left), "example");
            // "a victory over Spain"
            if (text.Word(left) is "over" && Nearest(text, left, Class.Acting)) return (true, "victory over");
            if (Is(text, left, Class.Where)) return (false, "locative preposition");
            if (Is(text, left, Class.Whose)) return For(text, left);
            if (Is(text, left, Class.Either)) return Undecided(text, left, right);
            if (Is(text, left, Class.Into)) return (false, "object of a verb of motion");
            if (Is(text, left, Class.Upon)) return (true, "object of a verb that needs an actor");
            if (Is(text, left, Class.Placing) && !coordinated) return (false, "noun of place in front");
        }
        else if (coordinated && (right < 0 || !IsVerb(text, right))) return (true, "list without a preposition");
        if (right >= 0)
        {
            if (Is(text, right, Class.Being)) return Copula(text, right);
            if (IsVerb(text, right) && !OwnsGround(text, right)) return (true, "subject of a verb");
            if (Is(text, right, Class.Ground)) return (false, "noun of place behind");
            if (Is(text, right, Class.Acting) || text.Is(right, Cue.OrgHead | Cue.StateHead | Cue.GroupHead)) return (true, "body or deed behind");
            if (left < 0 && text.Words[right].Shape == WordShape.Lower && !text.Word(right).EndsWith("s", StringComparison.Ordinal) && !Is(text, right, Class.Where) && !Is(text, right, Class.Either) && !text.Is(right, Cue.Opener))
                return (false, "noun modifier");
        }
        if (end < text.Length && text.Words[end].Before == Gap.Joined && text.Words[end].Shape == WordShape.Lower) return (false, "compound");
        return left < 0 ? (true, "opens the clause") : (coordinated || IsVerbLike(text, left), "default");
    }

    /// <summary>The word that governs the name: left of articles, adjectives and the names that it is coordinated with.</summary>
    static (int Word, bool Coordinated) Governor(MarkedText text, int first)
    {
        var coordinated = false;
        for (var (i, steps) = (first - 1, 0); i >= 0 && steps < 12; i--, steps++)
        {
            if (text.Words[i + 1].Before is >= Gap.Stop or Gap.Line) return (-1, coordinated);
            var word = text.Word(i);
            if (coordinated && text.IsCapital(i) && text.Words[i + 1].Before == Gap.Blank && (Is(text, i, Class.Where) || Is(text, i, Class.Whose))) return (i, coordinated);
            if (word is "as" && i > 0 && text.Word(i - 1) is "such") return (i, coordinated);
            if (word is "the" or "The" or "a" or "A" or "an" or "An" or "its" or "his" or "their" or "own" or "both" or "native" or "former" or "modern" or "neighboring" or "neighbouring" or "day") continue;
            if (text.IsCapital(i) && text.Words[i + 1].Before == Gap.Comma || word is "and" or "or" or "&")
            {
                coordinated = true;
                continue;
            }
            if (coordinated && text.IsCapital(i)) continue;
            if (text.Words[i + 1].Before is Gap.Mark or Gap.Comma && !coordinated) return (-1, coordinated);
            if (word is "that" or "when" or "after" or "while" or "because" or "if" or "where" or "which" or "who" or "although" or "since" or "before" or "but" or "though" or "whether" or "as")
                return (-1, coordinated);
            return (i, coordinated);
        }
        return (-1, coordinated);
    }

    static (bool, string) Possessed(MarkedText text, int right, int left)
    {
        for (var i = right; i >= 0 && i < text.Length && i < right + 3 && text.Words[i].Before <= Gap.Blank; i++)
        {
            // "Spain's coast", "Spain's space agency", "Spain's prime minister": what lies in it, sits in it, serves it.
            if (Is(text, i, Class.Ground) || Is(text, i, Class.Placing) && !Is(text, i, Class.Acting)) return (false, "possessor of ground");
            if (Is(text, i, Class.Office) || text.Is(i, Cue.OrgHead | Cue.StateHead | Cue.GroupHead | Cue.Title | Cue.Role)) return (false, "possessor of organs");
            if (Is(text, i, Class.Acting)) return (true, "possessor of deeds");
        }
        // "Spain's Real Murcia": who has a name of his own is at home there.
        if (right >= 0 && text.IsCapital(right)) return (false, "possessor of a name");
        // "Spain's reluctance", "Spain's exports": what only one who acts has.
        return (right >= 0, "possessor");
    }

    static (bool, string) For(MarkedText text, int left)
    {
        if (text.Word(left) is "for" && Nearest(text, left, Class.Placing)) return (false, "left for");
        if (text.Word(left) is "with" && Before(text, left, Class.Placing) && !Before(text, left, Class.Acting)) return (false, "with, of places");
        return (true, "preposition that needs an actor");
    }

    static (bool, string) Undecided(MarkedText text, int left, int right)
    {
        // "the ambassador to Spain", "the king of Spain"
        if (Nearest(text, left, Class.Office)) return (false, "office of a place");
        if (Before(text, left, Class.Acting) && !Nearest(text, left, Class.Placing)) return (true, $"acting word before {text.Word(left)}");
        return (text.Word(left) is "between" && !Before(text, left, Class.Placing), $"{text.Word(left)}");
    }

    static (bool, string) Copula(MarkedText text, int right)
    {
        for (var i = right + 1; i < text.Length && i < right + 6 && text.Words[i].Before <= Gap.Blank; i++)
            if (Is(text, i, Class.Ground)) return (false, "is a place");
        return (true, "subject of is");
    }

    /// <summary>"countries including | Spain", "such as | Spain"</summary>
    static bool IsExample(MarkedText text, int left) => Is(text, left, Class.Example) || text.Word(left) is "as" && left > 0 && text.Word(left - 1) is "such";

    /// <summary>"its allies, notably | Spain": an example of those who act, acts.</summary>
    static bool ActsBeforeExample(MarkedText text, int left)
    {
        for (var i = left - 1; i >= 0 && i >= left - MostBetween && text.Words[i + 1].Before < Gap.Stop; i--)
            if (text.Is(i, Cue.GroupHead | Cue.StateHead) || Is(text, i, Class.Parties)) return true;
            else if (Is(text, i, Class.Placing)) return false;
        return false;
    }

    /// <summary>"US", "U.S."</summary>
    static bool IsInitials(MarkedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (text.Words[i].Shape != WordShape.Upper && !(text.Words[i].Shape == WordShape.Capital && text.Words[i].End - text.Words[i].Start == 1)) return false;
        return true;
    }

    /// <summary>Whether the name is that of a place because a noun says so: "the village of | Bombarral".</summary>
    public static bool IsSaidToBePlace(MarkedText text, int first) =>
        first > 1 && text.Word(first - 1) is "of" && text.Words[first].Before == Gap.Blank && text.Words[first - 1].Before == Gap.Blank && KindsOfPlaces.Contains(text.Words[first - 2].Key);

    static readonly FrozenSet<ulong> KindsOfPlaces = new[] { "city", "town", "village", "municipality", "district", "province", "region", "county", "commune", "island", "parish", "suburb", "settlement", "hamlet", "port", "borough", "prefecture", "governorate", "oblast", "peninsula", "valley", "outskirts", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest" }
        .Select(word => TextWords.Key(word)).ToFrozenSet();

    /// <summary>Whether a word of the class stands up to four words in front.</summary>
    static bool Before(MarkedText text, int word, Class wanted)
    {
        for (var i = word - 1; i >= 0 && i >= word - 4 && text.Words[i + 1].Before is < Gap.Stop and not Gap.Line; i--)
            if (Is(text, i, wanted)) return true;
        return false;
    }

    static bool Nearest(MarkedText text, int word, Class wanted) => word > 0 && text.Words[word].Before <= Gap.Blank && Is(text, word - 1, wanted);

    /// <summary>", Slovenia" behind a place, or "Geneva," before one.</summary>
    static bool IsPlaceChain(MarkedText text, int first, int end)
    {
        if (end < text.Length && text.Words[end].Before == Gap.Comma && text.IsCapital(end) && IsPlace(text, end) && !IsStateBefore(text, end)
            && (end + 1 >= text.Length || !text.Word(end + 1).SequenceEqual("and")) && !(first > 0 && text.Words[first].Before == Gap.Comma && text.IsCapital(first - 1)))
            return NextIsEnd(text, end);
        // Of two states beside each other neither holds the other: that is a list.
        return first > 0 && text.Words[first].Before == Gap.Comma && text.IsCapital(first - 1) && !IsStateBefore(text, first)
            && (end >= text.Length || text.Words[end].Before is Gap.Comma or >= Gap.Mark or Gap.Line || text.Words[end].Before == Gap.Blank && !text.Word(end).SequenceEqual("and") && !Is(text, end, Class.Does));
    }

    /// <summary>Whether the name that ends right before a word is that of a state.</summary>
    static bool IsStateBefore(MarkedText text, int word)
    {
        for (var i = word - 1; i >= 0 && i >= word - 4; i--)
            if (Gazetteer.Longest(text.Text, text.Words, i, out var name) == word - i && name!.Party.Kind == PartyKind.Government && name.As == CountryWord.Name) return true;
        return false;
    }

    /// <summary>Whether the place behind the comma closes the pair ("Paris, France, ..."), so that it is no list.</summary>
    static bool NextIsEnd(MarkedText text, int at)
    {
        var end = at + Math.Max(1, Math.Max(Places.Longest(text.Words, at), Gazetteer.Longest(text.Text, text.Words, at, out _)));
        return end >= text.Length || text.Words[end].Before is Gap.Comma or >= Gap.Mark or Gap.Line || !text.Word(end).SequenceEqual("and");
    }

    static bool IsState(MarkedText text, int at) =>
        Gazetteer.Longest(text.Text, text.Words, at, out var name) > 0 && name!.Party.Kind == PartyKind.Government && name.As == CountryWord.Name;

    static bool IsPlace(MarkedText text, int at) => Places.Longest(text.Words, at) > 0 || Gazetteer.Longest(text.Text, text.Words, at, out _) > 0;

    /// <summary>"has a population of": what the place has makes it a place.</summary>
    static bool OwnsGround(MarkedText text, int verb)
    {
        if (text.Word(verb) is not ("has" or "had")) return false;
        for (var i = verb + 1; i < text.Length && i < verb + 4 && text.Words[i].Before <= Gap.Blank; i++)
            if (Is(text, i, Class.Ground)) return true;
        return false;
    }

    static bool HasAnd(MarkedText text, int first) => text.Word(first - 1) is "and" or "or";

    static bool IsVerb(MarkedText text, int word) => Is(text, word, Class.Does) || IsPastVerb(text, word) || IrregularPasts.Contains(text.Words[word].Key) && text.Words[word].Shape == WordShape.Lower && !Is(text, word, Class.Ground)
        // "Spain strongly | opposes"
        || text.Words[word].Shape == WordShape.Lower && text.Word(word) is { Length: > 4 } adverb && adverb.EndsWith("ly", StringComparison.Ordinal)
            && word + 1 < text.Length && text.Words[word + 1].Before == Gap.Blank && text.Words[word + 1].Shape == WordShape.Lower
            && (Is(text, word + 1, Class.Does) || IsPastVerb(text, word + 1) || text.Word(word + 1).EndsWith("s", StringComparison.Ordinal));

    static readonly FrozenSet<ulong> IrregularPasts = Resources.Lines("Text/irregular-forms.tsv").Select(line => line.Split('\t')).Where(c => c[1] == "v").SelectMany(c => c[2].Split(' '))
        .Select(word => TextWords.Key(word)).ToFrozenSet();

    /// <summary>A word in small letters that looks like a verb: what follows is its object.</summary>
    static bool IsVerbLike(MarkedText text, int word) =>
        text.Words[word].Shape == WordShape.Lower && text.Word(word) is { Length: > 4 } letters
        && (letters.EndsWith("ed", StringComparison.Ordinal) || letters.EndsWith("ing", StringComparison.Ordinal) || letters.EndsWith("es", StringComparison.Ordinal));

    static bool IsPastVerb(MarkedText text, int word) =>
        text.Words[word].Shape == WordShape.Lower && text.Word(word) is { Length: > 4 } letters && letters.EndsWith("ed", StringComparison.Ordinal) && !Is(text, word, Class.Ground);

    static bool Is(MarkedText text, int word, Class wanted) => Classes.Value[(int)wanted].Contains(text.Words[word].Key);
}
