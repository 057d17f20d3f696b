using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>
/// How alike two words are: the best of all channels. Whatever is above zero here is found by the index through the same channel,
/// so that nothing is lost between proposing and scoring; initials and joined words depend on their neighbours and are scored there.
/// </summary>
static class WordLikeness
{
    /// <summary>Shortest beginning that can stand for a longer word.</summary>
    public const int ShortestPrefix = 4;

    /// <summary>What the keys alone say.</summary>
    public static Likeness OfKeys(Word query, TokenRole role, uint skeleton, uint @class, ChannelWeights weights)
    {
        if (!Comparable(query.Role, role)) return default;
        var best = default(Likeness);
        if (query.Class != 0 && query.Class == @class)
            best = new(query.Role is TokenRole.Name ? weights.Class : 1, Channel.Class);
        if (query.Role is TokenRole.Name && query.Skeleton != 0 && role is TokenRole.Name && query.Skeleton == skeleton)
            best = Likeness.Max(best, new(weights.Skeleton[Math.Min((int)query.SkeletonLength, weights.Skeleton.Length) - 1], Channel.Skeleton));
        return best;
    }

    /// <summary>The best of all channels for two words that are both at hand.</summary>
    public static Likeness Of(Word query, Word word, ChannelWeights weights)
    {
        var best = OfKeys(query, word.Role, word.Skeleton, word.Class, weights);
        for (var f = 0; f < word.Forms.Length && best.Value < 1; f++)
            best = Likeness.Max(best, OfForm(query, word.Role, word.Forms[f], f == 0, weights));
        return best;
    }

    /// <summary>What a written form of the word says.</summary>
    /// <param name="query">The word of the query.</param>
    /// <param name="role">The other word's role.</param>
    /// <param name="form">A form of the other word.</param>
    /// <param name="usual">Whether that is its usual form.</param>
    /// <param name="weights">The channels' reliabilities.</param>
    public static Likeness OfForm(Word query, TokenRole role, ReadOnlySpan<byte> form, bool usual, ChannelWeights weights)
    {
        if (!Comparable(query.Role, role)) return default;
        var best = default(Likeness);
        for (var i = 0; i < query.Forms.Length; i++)
        {
            var likeness = OfForms(query.Forms[i], form, query.Role is TokenRole.Name && role is TokenRole.Name, weights);
            if (likeness.Value <= 0) continue;
            if (i > 0 || !usual)
                likeness = new(likeness.Value * weights.Variant, likeness.How == Channel.Exact ? Channel.Variant : likeness.How);
            best = Likeness.Max(best, likeness);
        }
        return best;
    }

    static Likeness OfForms(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, bool fuzzy, ChannelWeights weights)
    {
        if (a.SequenceEqual(b)) return new(1, Channel.Exact);
        if (!fuzzy) return default;
        var typing = OfTyping(a, b, weights);
        return Math.Min(a.Length, b.Length) >= ShortestPrefix && (a.StartsWith(b) || b.StartsWith(a))
            ? Likeness.Max(typing, new(weights.Prefix, Channel.Prefix)) : typing;
    }

    /// <summary>What typing errors leave: the longer the word, the less an error counts.</summary>
    public static Likeness OfTyping(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ChannelWeights weights)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var edits = DeletionKeys.Edits(shorter);
        if (edits == 0 || Typing.Edits(a, b, edits) > edits) return default;
        var value = 1 - weights.Edit * Typing.Cost(a, b) / MathF.Pow(shorter, weights.EditLength);
        return value > 0 ? new(value, Channel.Edit) : default;
    }

    /// <summary>Legal forms, numbers and titles are compared with their own kind; initials with nothing here.</summary>
    static bool Comparable(TokenRole a, TokenRole b) => a == b || (Wordlike(a) && Wordlike(b));

    static bool Wordlike(TokenRole role) => role is TokenRole.Name or TokenRole.Particle or TokenRole.Title or TokenRole.LegalForm;
}
