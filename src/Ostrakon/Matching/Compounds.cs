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

/// <summary>
/// One word on one side that stands for several on the other. A joined word must hold its first or last part exactly, so that the index
/// finds it by that part; an acronym stands for all words of the other name that count.
/// </summary>
static class Compounds
{
    /// <summary>Shortest part that must be exact, in letters.</summary>
    public const int ShortestPart = 3;

    /// <summary>Most words that are written as one.</summary>
    public const int MostJoined = 3;

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
        if (word[0] != right.Text[right.Words[first].Start]) return default;
        if (first == 0 && !left.Person && !right.Person && Acronym(word, right) is var all and > 0)
            return new((byte)one, 1, 0, (byte)all, new(weights.Acronym, Channel.Acronym));
        for (var count = 2; count <= MostJoined && first + count <= right.Words.Length; count++)
        {
            if (IsInitials(word, right, first, count)) return new((byte)one, 1, (byte)first, (byte)count, new(weights.Initial, Channel.Initial));
            var joined = right.Joined(first, count);
            if (Math.Abs(joined.Length - word.Length) > 2 || !HoldsPart(word, right, first, count)) continue;
            if (joined.SequenceEqual(word)) return new((byte)one, 1, (byte)first, (byte)count, new(weights.Joined, Channel.Joined));
            var likeness = WordLikeness.OfTyping(word, joined, weights);
            if (likeness.Value > 0) return new((byte)one, 1, (byte)first, (byte)count, new(likeness.Value * weights.Joined, Channel.Joined));
        }
        return default;
    }

    static bool HoldsPart(ReadOnlySpan<byte> word, in NameView right, int first, int count) =>
        (right.Words[first].Length >= ShortestPart && word.StartsWith(right.Form(first)))
        || (right.Words[first + count - 1].Length >= ShortestPart && word.EndsWith(right.Form(first + count - 1)));

    /// <summary>"JC" for Jean Claude.</summary>
    static bool IsInitials(ReadOnlySpan<byte> word, in NameView right, int first, int count)
    {
        if (word.Length != count || !Abbreviations.LooksLikeInitials(word)) return false;
        for (var k = 0; k < count; k++)
            if (right.Words[first + k].Role != TokenRole.Name || right.Form(first + k)[0] != word[k]) return false;
        return true;
    }

    /// <summary>How many words the acronym stands for: from the first to the last that counts; 0 where it does not fit.</summary>
    static int Acronym(ReadOnlySpan<byte> word, in NameView name)
    {
        Span<byte> letters = stackalloc byte[Abbreviations.LongestAcronym];
        var n = AcronymOf(name, letters, out var last);
        return n > 0 && letters[..n].SequenceEqual(word) ? last + 1 : 0;
    }

    /// <summary>Writes the first letters of the words that count, and returns their number; 0 where there are too few or too many.</summary>
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
