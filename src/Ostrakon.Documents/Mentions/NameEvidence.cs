using System.Buffers;
using Ostrakon.Matching;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>What the words of a name prove for one hit, counted without particles, titles and legal forms. Immutable.</summary>
/// <param name="Exact">Words that agree exactly, or as equal spellings of one name.</param>
/// <param name="Alike">Words that agree by likeness: a typing error, the same sound, an initial.</param>
/// <param name="Extra">Words of the text's name that the listed name lacks.</param>
/// <param name="Missing">Words of the listed name that the text's name lacks.</param>
/// <param name="OnlyWord">Where a single word agrees: that word.</param>
/// <param name="LegalForm">Whether the legal forms agree, too ("Koti Corp").</param>
readonly record struct NameEvidence(int Exact, int Alike, int Extra, int Missing, string? OnlyWord, bool LegalForm)
{
    static readonly SearchValues<char> Joints = SearchValues.Create(" -.,'’");

    public static NameEvidence Of(Hit hit)
    {
        int exact = 0, alike = 0, extra = 0, missing = 0;
        string? only = null;
        var legal = false;
        foreach (var (query, name, how) in hit.Explanation.Alignment)
        {
            var both = query.Length > 0 && name.Length > 0;
            var tokens = NameReader.Read(query.Length > 0 ? query : name, NameSort.Any)[0].Tokens;
            // "Amir" may be a title or a name: where both sides have it, it is a name.
            var weight = tokens.Count(t => t.Role is TokenRole.Name or TokenRole.Number || both && t.Role is TokenRole.Title or TokenRole.Initial);
            // "Hezbollah" may be cut into "Hezb" and "ollah": one written word is one piece of evidence.
            if (both && tokens.Length > 1 && tokens[0].Script == Script.Latin && !query.AsSpan().ContainsAny(Joints)) weight = 1;
            if (!both && (Cues.Gives(query.Length > 0 ? query : name, Cue.OrgForm) || IsSuffix(query.Length > 0 ? query : name))) weight = 0;
            legal |= both && tokens.Any(t => t.Role == TokenRole.LegalForm);
            if (weight == 0) continue;
            if (query.Length == 0) missing += weight;
            else if (name.Length == 0) extra += weight;
            else if (how is "exact" or "equivalent" or "transliteration" or "nickname") (exact, only) = (exact + weight, query);
            else (alike, only) = (alike + (how is "acronym" ? 1 : weight), query);
        }
        if (extra == 1 && MisspeltForm(hit)) (extra, legal) = (0, true);
        return new(exact, alike, extra, missing, exact + alike == 1 ? only : null, legal);
    }

    /// <summary>"Corporotion": a word that agrees with nothing, beside a legal form that agrees with nothing and differs by one slip.</summary>
    static bool MisspeltForm(Hit hit)
    {
        var alignment = hit.Explanation.Alignment;
        return alignment.Any(q => q.Name.Length == 0 && q.Query.Length > 5 && alignment.Any(n => n.Query.Length == 0 && Cues.Gives(n.Name, Cue.OrgForm | Cue.OrgHead) && IsSlip(q.Query, n.Name)));
    }

    /// <summary>Whether two words differ by one letter, or by two letters that changed places.</summary>
    static bool IsSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int start = 0, end = 0;
        static bool Same(char x, char y) => char.ToUpperInvariant(x) == char.ToUpperInvariant(y);
        while (start < a.Length && start < b.Length && Same(a[start], b[start])) start++;
        while (end < a.Length - start && end < b.Length - start && Same(a[^(end + 1)], b[^(end + 1)])) end++;
        a = a[start..^end];
        b = b[start..^end];
        return a.Length <= 1 && b.Length <= 1 || a.Length == 2 && b.Length == 2 && Same(a[0], b[1]) && Same(a[1], b[0]);
    }

    /// <summary>"Jr" is written or left out as one likes.</summary>
    static bool IsSuffix(string word) => word.AsSpan().TrimEnd('.') is var bare && (bare.Equals("jr", StringComparison.OrdinalIgnoreCase) || bare.Equals("sr", StringComparison.OrdinalIgnoreCase));

    public int Agreeing => Exact + Alike;

    /// <summary>Whether all words on both sides agree exactly.</summary>
    public bool IsWhole => Extra == 0 && Missing == 0 && Alike == 0 && Exact > 0;

    /// <summary>Whether the only word that agrees is one of the language, or a common forename.</summary>
    public bool IsCommonWord => OnlyWord is { } word && IsCommon(word);

    /// <summary>A word of the language or a common name, which many bear.</summary>
    public static bool IsCommon(string word) => CommonWords.Has(word) || NameParts.IsPart(TextWords.Key(word));
}
