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

    /// <summary>The roles that the words of one attribute value name.</summary>
    public static AreaRoles Of(ReadOnlySpan<char> value)
    {
        var roles = AreaRoles.None;
        Span<char> pair = stackalloc char[2 * LongestWord];
        var before = 0;                                                   // length of the word before, which stands at the start of the pair
        for (var at = 0; at < value.Length;)
        {
            var start = at;
            while (at < value.Length && char.IsAsciiLetter(value[at]) && (at == start || !char.IsAsciiLetterUpper(value[at]) || char.IsAsciiLetterUpper(value[at - 1]))) at++;
            var length = at - start;
            if (length == 0)
            {
                if (char.IsWhiteSpace(value[at])) before = 0;
                at++;
                continue;
            }
            if (length > LongestWord) { before = 0; continue; }
            value.Slice(start, length).ToLowerInvariant(pair[before..]);
            roles |= Find(pair.Slice(before, length));
            if (before > 0) roles |= Find(pair[..(before + length)]);
            pair.Slice(before, length).CopyTo(pair);
            before = length;
        }
        return roles;
    }

    static AreaRoles Find(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var roles) ? roles : AreaRoles.None;
}
