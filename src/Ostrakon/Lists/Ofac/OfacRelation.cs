using System.Collections.Frozen;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Ofac;

/// <summary>The kinds of link that the Treasury's relation types become (<c>relations.tsv</c>).</summary>
static class OfacRelation
{
    static readonly FrozenDictionary<string, string> Kinds =
        EmbeddedText.Rows("Lists/Ofac/relations.tsv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind for a relation type; a type that is not in the table becomes a kind of its own.</summary>
    public static string KindOf(string type, bool former)
    {
        type = type.Trim().TrimEnd(':');
        var kind = Kinds.GetValueOrDefault(type) ?? type.ToLowerInvariant().Replace(' ', '-');
        return former ? "formerly-" + kind : kind;
    }
}
