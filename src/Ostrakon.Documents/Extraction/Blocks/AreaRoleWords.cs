using System.Runtime.CompilerServices;
using System.Collections.Frozen;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Extraction.Blocks;

/// <summary>Reads the role of an element out of the words of its attributes. Immutable, thread-safe.</summary>
static class AreaRoleWords
{
    const int LongestWord = 24;

    static readonly FrozenDictionary<string, AreaRoles> Words = Resources.Lines("Extraction/Blocks/area-roles.tsv").Select(static line => line.Split('\t'))
        .SelectMany(static row => row[1].Split(' ').Select(word => (word, Role: Enum.Parse<AreaRoles>(row[0]))))
        .GroupBy(static r => r.word).ToFrozenDictionary(static g => g.Key, static g => g.Aggregate(AreaRoles.None, static (roles, r) => roles | r.Role));

    static readonly FrozenDictionary<string, AreaRoles>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What an area is in its own right. A name that says more ("comment-body", "article-tags") means the more special thing.</summary>
    const AreaRoles General = AreaRoles.Article | AreaRoles.Body | AreaRoles.Main, BesideGeneral = General | AreaRoles.Paywall | AreaRoles.Hidden;

    /// <summary>The roles that the names in one attribute value say.</summary>
    public static AreaRoles Of(ReadOnlySpan<char> value)
    {
        var roles = AreaRoles.None;
        foreach (var name in value.SplitAny(' ', '\t', '\n', '\r', '\f'))
        {
            var own = OfName(value[name]);
            roles |= (own & ~BesideGeneral) != 0 ? own & ~General : own;
        }
        return roles;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static AreaRoles OfName(ReadOnlySpan<char> name)
    {
        var roles = AreaRoles.None;
        Span<char> pair = stackalloc char[2 * LongestWord];
        var before = 0;                                                   // length of the word before, which stands at the start of the pair
        for (var at = 0; at < name.Length;)
        {
            var start = at;
            while (at < name.Length && char.IsAsciiLetter(name[at]) && (at == start || !char.IsAsciiLetterUpper(name[at]) || char.IsAsciiLetterUpper(name[at - 1]))) at++;
            var length = at - start;
            if (length == 0) { at++; continue; }
            if (length > LongestWord) { before = 0; continue; }
            name.Slice(start, length).ToLowerInvariant(pair[before..]);
            roles |= Find(pair.Slice(before, length));
            if (before > 0) roles |= Find(pair[..(before + length)]);
            pair.Slice(before, length).CopyTo(pair);
            before = length;
        }
        return roles;
    }

    static AreaRoles Find(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var roles) ? roles : AreaRoles.None;
}
