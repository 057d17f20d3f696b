using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>
/// The names of an entity. The EU writes them in all its languages and scripts and does not mark the primary one: it is taken to be the
/// one that says most about the party (office, parts), in English or no language, in Latin script, the oldest of several.
/// </summary>
static class EuNames
{
    public static ImmutableArray<PartyName> Of(List<XmlRecord> aliases, bool person)
    {
        var read = aliases.Select(static a => Read(a)).Where(static n => n.Text.Length > 0).ToList();
        if (read.Count == 0) return [];
        var primary = read.OrderByDescending(static n => n.Weight).ThenBy(static n => n.Number).First();
        return
        [
            new(primary.Text, NameKind.Primary, primary.Family),
            .. read.Where(n => n != primary).SelectMany(n => Names(n, person)).Concat(Names(primary, person).Skip(1))
                .Where(n => n.Text != primary.Text).DistinctBy(static n => n.Text),
        ];
    }

    static IEnumerable<PartyName> Names(Alias alias, bool person)
    {
        var kind = !WrittenNames.IsLatin(alias.Text) ? NameKind.OriginalScript : alias.Strong ? NameKind.Alias : NameKind.WeakAlias;
        return person ? [new(alias.Text, kind, alias.Family)] : WrittenNames.Split(alias.Text, kind, person: false);
    }

    static Alias Read(XmlRecord alias)
    {
        var (first, middle, last) = (alias.TakeAttribute("firstName"), alias.TakeAttribute("middleName"), alias.TakeAttribute("lastName"));
        var text = Blanks.Collapse(alias.TakeAttribute("wholeName") ?? string.Join(' ', new[] { first, middle, last }.OfType<string>()));
        var family = Blanks.Collapse(last) is { } surname && (first ?? middle) is not null && text.Contains(surname, StringComparison.Ordinal) ? surname : null;
        var language = alias.TakeAttribute("nameLanguage");
        var number = int.TryParse(alias.TakeAttribute("logicalId"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue;
        var weight = (WrittenNames.IsLatin(text) ? 8 : 0) + (language is null or "EN" ? 4 : 0)
            + (alias.TakeAttribute("function") is not null ? 2 : 0) + (family is not null ? 1 : 0);
        return new(text, family, alias.TakeAttribute("strong") != "false", weight, number);
    }

    /// <summary>A name with how much it says for being the primary one, and its number.</summary>
    sealed record Alias(string Text, string? Family, bool Strong, int Weight, int Number);
}
