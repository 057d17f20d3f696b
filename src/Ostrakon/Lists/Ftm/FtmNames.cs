using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>The names of an entity: FollowTheMoney tells alias, weak alias and former name apart, but has one property for all the rest.</summary>
static class FtmNames
{
    /// <summary>The property that holds names of a kind. The original script shares <c>name</c> with the primary name.</summary>
    public static string PropertyOf(NameKind kind) => kind switch
    {
        NameKind.Alias => "alias",
        NameKind.WeakAlias => "weakAlias",
        NameKind.Former => "previousName",
        _ => "name",
    };

    /// <summary>
    /// The names with the primary one first: the caption if it is one of them, else the first. Further values of <c>name</c> are in the
    /// original script or aliases. A party with no name at all (a wallet) is called by what identifies it.
    /// </summary>
    public static ImmutableArray<PartyName> Of(FtmEntity entity)
    {
        var full = entity.All("name").ToList();
        var primary = entity.Caption is { } caption && full.Contains(caption) ? caption : full.FirstOrDefault() ?? entity.Label;
        var families = entity.All("lastName").ToList();
        var names = ImmutableArray.CreateBuilder<PartyName>();
        Add(primary, NameKind.Primary);
        foreach (var name in full.Where(n => n != primary))
            Add(name, WrittenNames.IsLatin(name) != WrittenNames.IsLatin(primary) ? NameKind.OriginalScript : NameKind.Alias);
        foreach (var (property, kind) in new[] { ("alias", NameKind.Alias), ("weakAlias", NameKind.WeakAlias), ("previousName", NameKind.Former) })
            foreach (var name in entity.All(property)) if (name != primary) Add(name, kind);
        return names.ToImmutable();

        void Add(string text, NameKind kind) => names.Add(new(text, kind, families.Find(f => HasWord(text, f))));
    }

    static bool HasWord(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length]));
    }
}
