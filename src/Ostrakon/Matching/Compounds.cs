using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>Words of the query that stand for words of the name. Counts above one: joined words, initials in one word, acronyms.</summary>
readonly record struct Pairing(byte Query, byte QueryCount, byte Name, byte NameCount, Likeness Likeness)
{
    public bool Overlaps(in Pairing other) =>
        (Query < other.Query + other.QueryCount && other.Query < Query + QueryCount)
        || (Name < other.Name + other.NameCount && other.Name < Name + NameCount);
}

/// <summary>One word on one side that stands for several on the other. What is found here, the index finds by the same parts.</summary>
static class Compounds
{
    /// <summary>Most words that are written as one.</summary>
    public const int MostJoined = 3;

    /// <summary>Letters of a part that must be there exactly: alone with a mistyped rest, or with an exact rest.</summary>
    public const int SurePart = 4, ShortestRest = 2;

    const int ShortestPart = 3;

    /// <summary>Writes the compounds of two names, at most as many as there is room for.</summary>
    public static int Find(in NameView query, in NameView name, ChannelWeights weights, Span<Pairing> found)
    {
        var count = 0;
        for (var i = 0; i < query.Words.Length && count < found.Length; i++)
            for (var j = 0; j < name.Words.Length && count < found.Length; j++)
            {
                if (OneForMany(query, i, name, j, weights) is { NameCount: > 0 } split) found[count++] = split;
                if (count < found.Length && OneForMany(name, j, query, i, weights) is { NameCount: > 0 } joined)
                    found[count++] = new(joined.Name, joined.NameCount, joined.Query, joined.QueryCount, joined.Likeness);
            }
        return count;
    }

    /// <summary>The word <paramref name="one"/> for words of the other name from <paramref name="first"/> on.</summary>
    static Pairing OneForMany(in NameView left, int one, in NameView right, int first, ChannelWeights weights)
    {
        if (left.Words[one].Role != TokenRole.Name) return default;
        var word = left.Form(one);
        if (word[0] != right.Form(first)[0]) return default;
        if (first == 0 && !left.Person && !right.Person && Acronym(word, right) is var all and > 0)
            return new((byte)one, 1, 0, (byte)all, new(weights.OfAcronym(word.Length), Channel.Acronym));
        for (var count = 2; count <= MostJoined && first + count <= right.Words.Length; count++)
        {
            if (IsInitials(word, right, first, count)) return new((byte)one, 1, (byte)first, (byte)count, new(weights.Initial, Channel.Initial));
            if (Join(word, right, first, count, weights) is { Value: > 0 } likeness) return new((byte)one, 1, (byte)first, (byte)count, likeness);
        }
        return default;
    }

    /// <summary>How alike a word is to several written as one: the first or last of two exactly and the other with typing errors, or all exactly.</summary>
    public static Likeness Join(ReadOnlySpan<byte> word, in NameView right, int first, int count, ChannelWeights weights)
    {
        var joined = right.Joined(first, count);
        if (Math.Abs(joined.Length - word.Length) > 2) return default;
        var start = right.Form(first);
        var end = right.Form(first + count - 1);
        if (joined.SequenceEqual(word))
            return AreParts(start.Length, end.Length) ? new(weights.Joined, Channel.Joined) : default;
        if (!MayBeMistyped(right, first, count) || !((start.Length >= SurePart && word.StartsWith(start) && Mistyped(word[start.Length..], end))
            || (end.Length >= SurePart && word.EndsWith(end) && Mistyped(word[..^end.Length], start)))) return default;
        Span<ulong> room = stackalloc ulong[TypingPattern.Room];
        var likeness = WordLikeness.OfTyping(word, new TypingPattern(word, room), joined, weights);
        return likeness.Value > 0 ? new(likeness.Value * weights.Joined, Channel.Joined) : default;
    }

    /// <summary>Whether words are still one where their end, or their beginning, is mistyped: two of which the other is long enough.</summary>
    public static bool MayBeMistyped(in NameView words, int first, int count)
    {
        int start = words.Words[first].Length, end = words.Words[first + count - 1].Length;
        return count == 2 && ((start >= SurePart && DeletionKeys.Edits(end) > 0) || (end >= SurePart && DeletionKeys.Edits(start) > 0));
    }

    /// <summary>Whether a beginning and an end of these lengths are enough to find the word by.</summary>
    public static bool AreParts(int start, int end) => Math.Max(start, end) >= ShortestPart && Math.Min(start, end) >= ShortestRest;

    static bool Mistyped(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> part)
    {
        var edits = DeletionKeys.Edits(Math.Min(rest.Length, part.Length));
        if (edits == 0) return false;
        Span<ulong> room = stackalloc ulong[TypingPattern.Room];
        return new TypingPattern(rest, room).Edits(part, edits) <= edits;
    }

    /// <summary>"JC" for Jean Claude.</summary>
    static bool IsInitials(ReadOnlySpan<byte> word, in NameView right, int first, int count)
    {
        if (word.Length != count || !Abbreviations.LooksLikeInitials(word)) return false;
        for (var k = 0; k < count; k++)
            if (right.Words[first + k].Role != TokenRole.Name || right.Form(first + k)[0] != word[k]) return false;
        return true;
    }

    /// <summary>How many words the acronym stands for: up to the last name word; 0 where it does not fit.</summary>
    static int Acronym(ReadOnlySpan<byte> word, in NameView name)
    {
        if (word.Length is < Abbreviations.ShortestAcronym or > Abbreviations.LongestAcronym) return 0;
        Span<byte> letters = stackalloc byte[Abbreviations.LongestAcronym];
        var n = AcronymOf(name, letters, out var last);
        return n > 0 && letters[..n].SequenceEqual(word) ? last + 1 : 0;
    }

    /// <summary>Writes the first letters of the name words, and returns their number; 0 where there are too few or too many.</summary>
    public static int AcronymOf(in NameView name, Span<byte> letters, out int last)
    {
        var n = 0;
        last = 0;
        for (var j = 0; j < name.Words.Length; j++)
        {
            if (name.Words[j].Role != TokenRole.Name) continue;
            if (n == Abbreviations.LongestAcronym) return 0;
            letters[n++] = name.Form(j)[0];
            last = j;
        }
        return n < Abbreviations.ShortestAcronym ? 0 : n;
    }
}
