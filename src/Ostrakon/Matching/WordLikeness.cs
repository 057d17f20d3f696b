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

    /// <summary>Shortest phonetic key that says anything.</summary>
    public const int ShortestSkeleton = 3;

    /// <summary>The best of all channels for two words that are both at hand.</summary>
    public static Likeness Of(Word query, Word word, ChannelWeights weights)
    {
        if (!Comparable(query.Role, word.Role)) return default;
        var best = Likeness.Max(OfClass(query, word.Class, word.Skeleton, word.Script, weights), OfSkeleton(query, word.Role, word.Class, word.Skeleton, word.Forms[0], weights));
        var (mine, theirs) = MaySound(query, word.Role, word.Script) && SoundKeys.Meet(query.Sounds, word.Sounds) ? SoundKeys.SpellingsOf(query.Script.IsRomanised()) : default;
        Span<ulong> room = stackalloc ulong[TypingPattern.Room];
        for (var i = 0; i < query.Forms.Length; i++)
        {
            var pattern = new TypingPattern(query.Forms[i], room);
            for (var k = 0; k < word.Forms.Length; k++)
            {
                best = Likeness.Max(best, OfForms(OfTexts(query.Forms[i], pattern, word.Forms[k], weights), query.Role, word.Role, i == 0 && k == 0, weights));
                if (i < mine && k < theirs) best = Likeness.Max(best, OfSound(query.Forms[i], pattern, word.Forms[k], weights.SoundLeast, weights));
            }
        }
        best = OfMeaning(query, word.Role, word.Class, best);
        return query.Script == word.Script && query.Script.IsWrittenInSigns() && !SameForms(query, word) ? Other(best, weights) : best;
    }

    /// <summary>Words that mean different things are no typing errors of each other, however alike they are (northern, southern).</summary>
    public static Likeness OfMeaning(Word query, TokenRole role, uint other, Likeness likeness) =>
        query.IsTranslated && role is TokenRole.Name && other != 0 && other != query.Class && likeness.How is not Channel.Exact ? default : likeness;

    /// <summary>Words in the same signs are the same only where all their readings are.</summary>
    public static Likeness OfSigns(Word query, Script script, ReadOnlySpan<int> forms, in NameIndex index, Likeness likeness, ChannelWeights weights)
    {
        if (query.Script != script || !script.IsWrittenInSigns()) return likeness;
        if (forms.Length != query.Forms.Length) return Other(likeness, weights);
        for (var f = 0; f < forms.Length; f++)
            if (!index.Form(forms[f]).SequenceEqual(query.Forms[f])) return Other(likeness, weights);
        return likeness;
    }

    static bool SameForms(Word a, Word b)
    {
        if (a.Forms.Length != b.Forms.Length) return false;
        for (var f = 0; f < a.Forms.Length; f++)
            if (!a.Forms[f].AsSpan().SequenceEqual(b.Forms[f])) return false;
        return true;
    }

    static Likeness Other(Likeness likeness, ChannelWeights weights) => likeness with { Value = likeness.Value * weights.OtherSigns };

    /// <summary>Equal classes: equivalent given names, translated words, legal forms, numbers, titles.</summary>
    public static Likeness OfClass(Word query, uint other, uint skeleton, Script script, ChannelWeights weights)
    {
        if (query.Class == 0 || query.Class != other) return default;
        if (query.Role is not TokenRole.Name) return new(1, Channel.Class);
        if (query.IsTranslated) return new(weights.Translation, Channel.Class);
        // Hossein and Husayn are one name, spelled twice; Bill and William are two.
        return new(query.Skeleton == skeleton || query.Script != script ? weights.ClassAlike : weights.Class, Channel.Class);
    }

    /// <summary>Equal phonetic keys: vowels, doubled letters and letters that stand for one another may differ, as many as they are.</summary>
    public static Likeness OfSkeleton(Word query, TokenRole role, uint group, uint skeleton, ReadOnlySpan<byte> usual, ChannelWeights weights)
    {
        if (query.Skeleton == 0 || query.Skeleton != skeleton || query.SkeletonLength < ShortestSkeleton || query.Role is not TokenRole.Name || role is not TokenRole.Name) return default;
        // Hassan and Hussein sound alike, but everybody knows that they are two names.
        if (query.Class != 0 && group != 0 && query.Class != group) return default;
        var mine = query.Forms[0];
        var letters = mine.Length + usual.Length;
        if (query.SkeletonLength == ShortestSkeleton && mine[0] is (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y') return default;
        var most = (weights.SoundTop - weights.SoundLeast) * letters / weights.Skeleton;
        var value = weights.SoundTop - weights.Skeleton * Typing.Cost(mine, usual, most, weights.Edits) / letters;
        return value < weights.SoundLeast ? default : new(value, Channel.Skeleton);
    }

    /// <summary>Whether a word of another script may be the same by its sound.</summary>
    public static bool MaySound(Word query, TokenRole role, Script script) =>
        query.Script.IsRomanised() != script.IsRomanised() && query.Role is TokenRole.Name && role is TokenRole.Name && query.Sounds.Length > 0;

    /// <summary>
    /// Words of different scripts that share a sound key: how far the letters of their romanisations are apart; none where less than
    /// <paramref name="least"/>, which is <see cref="ChannelWeights.SoundLeast"/> or more.
    /// </summary>
    public static Likeness OfSound(ReadOnlySpan<byte> mine, in TypingPattern pattern, ReadOnlySpan<byte> theirs, float least, ChannelWeights weights)
    {
        var letters = mine.Length + theirs.Length;
        var most = letters / 3 + 1;    // more are another word, whatever they cost
        if (pattern.Edits(theirs, most) > most) return default;
        var dearest = (weights.SoundTop - least) * letters / weights.Sound;
        var value = weights.SoundTop - weights.Sound * Typing.Cost(mine, theirs, dearest, weights.Edits) / letters;
        return value < least ? default : new(value, Channel.Sound);
    }

    /// <summary>Two written forms, whatever words they are of: equal, mistyped, or one the beginning of the other.</summary>
    /// <param name="mine">A form of the query's word.</param>
    /// <param name="pattern">The same, prepared.</param>
    /// <param name="theirs">A form of the other word.</param>
    /// <param name="weights">The channels' reliabilities.</param>
    public static Likeness OfTexts(ReadOnlySpan<byte> mine, in TypingPattern pattern, ReadOnlySpan<byte> theirs, ChannelWeights weights) =>
        mine.SequenceEqual(theirs) ? new(1, Channel.Exact) : Likeness.Max(OfTyping(mine, pattern, theirs, weights), OfPrefix(mine, theirs, weights));

    /// <summary>Two written forms of two words.</summary>
    /// <param name="texts">What <see cref="OfTexts"/> says.</param>
    /// <param name="role">The role of the query's word.</param>
    /// <param name="otherRole">The role of the other word.</param>
    /// <param name="usual">Whether both are the usual forms of their words.</param>
    /// <param name="weights">The channels' reliabilities.</param>
    public static Likeness OfForms(Likeness texts, TokenRole role, TokenRole otherRole, bool usual, ChannelWeights weights)
    {
        var equal = texts.How is Channel.Exact;
        if (!equal && (role is not TokenRole.Name || otherRole is not TokenRole.Name)) return default;
        return usual ? texts : new(texts.Value * weights.Variant, equal ? Channel.Variant : texts.How);
    }

    /// <summary>What typing errors leave: the longer the word, the less an error counts.</summary>
    public static Likeness OfTyping(ReadOnlySpan<byte> mine, in TypingPattern pattern, ReadOnlySpan<byte> theirs, ChannelWeights weights)
    {
        var shorter = Math.Min(mine.Length, theirs.Length);
        var edits = DeletionKeys.Edits(shorter);
        if (edits > 0 && shorter <= Abbreviations.LongestWithoutVowel && (Abbreviations.HasNoVowel(mine) || Abbreviations.HasNoVowel(theirs))) return default;
        if (edits == 0 || pattern.Edits(theirs, edits) > edits) return default;
        var scale = weights.EditScale(shorter);
        var value = 1 - scale * Typing.Cost(mine, theirs, (1 - weights.EditLeast) / scale, weights.Edits);
        return value >= weights.EditLeast ? new(value, Channel.Edit) : default;
    }

    static Likeness OfPrefix(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ChannelWeights weights) =>
        Math.Min(a.Length, b.Length) >= ShortestPrefix && (a.StartsWith(b) || b.StartsWith(a)) ? new(weights.Prefix, Channel.Prefix) : default;

    /// <summary>Numbers and initials are compared with their own kind only.</summary>
    public static bool Comparable(TokenRole a, TokenRole b) => a == b || (Wordlike(a) && Wordlike(b));

    static bool Wordlike(TokenRole role) => role is TokenRole.Name or TokenRole.Particle or TokenRole.Title or TokenRole.LegalForm;
}
