using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Sema;

/// <summary>
/// Names of the Canadian list. All aliases of a party stand in one text, divided by semicolons, commas, strokes, "or", or only by
/// the name of a language; entities have an English and a French name with a stroke between.
/// </summary>
static partial class SemaNames
{
    public static IEnumerable<PartyName> OfPerson(string? family, string? given)
    {
        var (last, first) = (Blanks.Collapse(family), Blanks.Collapse(given));
        if (last is { Length: > 0 } && first is { Length: > 0 }) yield return new($"{first} {last}", NameKind.Primary, last, $"{last}, {first}");
        else if ((last ?? first) is { Length: > 0 } only) yield return new(only, NameKind.Primary);
    }

    public static IEnumerable<PartyName> OfEntity(string name)
    {
        var text = Blanks.Collapse(name);
        var languages = text.Split('/');
        if (languages.Length != 2 || Array.Exists(languages, static l => !l.Trim().Contains(' '))) return WrittenNames.Split(text, NameKind.Primary, person: false);
        return WrittenNames.Split(languages[0], NameKind.Primary, person: false).Concat(WrittenNames.Split(languages[1], NameKind.Alias, person: false))
            .Select(n => n with { Published = text });
    }

    /// <summary>The aliases. A lone word in place of a person's whole name is too vague to identify by, so it is weak.</summary>
    public static IEnumerable<PartyName> Aliases(string aliases, bool person)
    {
        var text = Blanks.Collapse(aliases);
        foreach (var part in Whole(Separator().Split(Language().Replace(text, ";"))))
            foreach (var name in WrittenNames.Split(part, KindOf(part, person), person: false))
                yield return name.Text == text ? name : name with { Published = text };
    }

    static NameKind KindOf(string alias, bool person) =>
        !WrittenNames.IsLatin(alias) ? NameKind.OriginalScript
        : person && !alias.AsSpan().Trim().Contains(' ') ? NameKind.WeakAlias
        : NameKind.Alias;

    /// <summary>The parts, with a legal form put back to the name that it was divided from by a comma: "Izhbs", LLC.</summary>
    static IEnumerable<string> Whole(IEnumerable<string> parts)
    {
        string? open = null;
        foreach (var part in parts.Select(static p => p.Trim()).Where(static p => p.Length > 0))
        {
            if (open is not null && IsLegalForm(part)) { open = $"{open}, {part}"; continue; }
            if (open is not null) yield return open;
            open = part;
        }
        if (open is not null) yield return open;
    }

    static bool IsLegalForm(string part) =>
        part.Length <= 16 && NameReader.Read(part, NameSort.Organisation) is [var reading, ..]
        && !reading.Tokens.IsEmpty && reading.Tokens.All(static t => t.Role == TokenRole.LegalForm);

    [GeneratedRegex(@";|,|\s/\s?|(?<=\p{L})/\s|\s(?:or|and/or)\s|(?<=[\p{L}-[a-zA-Z]]{2,})\sand\s(?=[\p{L}-[a-zA-Z]]{2,})")]
    private static partial Regex Separator();

    /// <summary>"Belarusian: " before a name in that language.</summary>
    [GeneratedRegex(@"\b[A-Z][a-z]+\s*:\s*(?=[“""«]?[\p{L}-[a-zA-Z]])")]
    private static partial Regex Language();
}
