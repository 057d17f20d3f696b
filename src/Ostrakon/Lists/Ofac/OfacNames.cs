using System.Text.RegularExpressions;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// The Treasury writes persons as <c>SURNAME, Given names</c> with the surname in capitals, all others as they are. Here names come
/// into reading order, the surname in ordinary spelling; the form as published is kept beside.
/// </summary>
static partial class OfacNames
{
    /// <summary>A name as an entry of the legacy files has it.</summary>
    /// <param name="published">The published form.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="person">Whether a comma ends the surname; in other names it belongs to the name.</param>
    /// <param name="familyFirst">Whether the person's people put the family name first; see <see cref="IsFamilyFirst"/>.</param>
    public static PartyName Read(string published, NameKind kind, bool person, bool familyFirst)
    {
        if (!person) return new(published, kind);
        var comma = published.IndexOf(',');
        return comma > 0
            ? Person(published[..comma].Trim(), published[(comma + 1)..].Trim(), kind, familyFirst, published)
            : Person("", published, kind, familyFirst, published) with { Family = null };
    }

    /// <summary>A name whose surname and given names are separate; either may be empty, not both.</summary>
    public static PartyName Person(string family, string given, NameKind kind, bool familyFirst, string published)
    {
        family = Ordinary(family);
        // "SURNAME, Given, Jr." is the one case of a second comma.
        given = Ordinary(given.Replace(",", "", StringComparison.Ordinal));
        var text = (family, given) switch
        {
            ("", _) => given,
            (_, "") => family,
            _ when IsEastAsian(family) && IsEastAsian(given) => family + given,
            _ when familyFirst && EastAsianSyllables().IsMatch(given) => $"{family} {given}",
            _ when given.EndsWith(" Jr.", StringComparison.Ordinal) => $"{given[..^4]} {family} Jr.",
            _ => $"{given} {family}",
        };
        return new(text, kind, family.Length > 0 && given.Length > 0 ? family : null, text == published ? null : published);
    }

    /// <summary>The kind of a name by what the advanced and enhanced XML say about it.</summary>
    /// <param name="aliasType">"A.K.A.", "F.K.A.", "N.K.A.", for the primary name "Name" or nothing.</param>
    /// <param name="primary">Whether it is the primary name.</param>
    /// <param name="weak">Whether the list calls it of low quality.</param>
    /// <param name="latin">Whether it is in Latin script.</param>
    public static NameKind KindOf(string? aliasType, bool primary, bool weak, bool latin) =>
        weak ? NameKind.WeakAlias
        : !latin ? NameKind.OriginalScript
        : primary ? NameKind.Primary
        : aliasType == "F.K.A." ? NameKind.Former
        : NameKind.Alias;

    /// <summary>Whether a country, as the Treasury spells it or by its code, is one where the family name comes first.</summary>
    public static bool IsFamilyFirst(string country) =>
        country is "Korea, North" or "Korea, South" or "North Korea" or "South Korea" or "China" or "Hong Kong" or "Macau" or "Taiwan" or "Vietnam"
            or "KP" or "KR" or "CN" or "HK" or "MO" or "TW" or "VN";

    /// <summary>"AL-ZAWAHIRI" to "Al-Zawahiri", "O'NEILL" to "O'Neill", "NU'MAN" to "Nu'man"; words not all in capitals stay.</summary>
    static string Ordinary(string name)
    {
        if (!HasShoutedWord(name)) return name;
        return string.Join(' ', name.Split(' ').Select(word => RomanNumeral().IsMatch(word) ? word : OrdinaryWord(word)));
    }

    static string OrdinaryWord(string word)
    {
        if (word.Any(char.IsLower)) return word;
        var letters = word.ToCharArray();
        var run = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var apostrophe = letters[i] is '\'' or '’' or '`';
            // After an apostrophe a new capital only behind a single letter: O'Neill, D'Arcy.
            if (!char.IsLetter(letters[i])) { run = apostrophe && run > 1 ? run : 0; continue; }
            if (run++ > 0) letters[i] = char.ToLowerInvariant(letters[i]);
        }
        return new(letters);
    }

    /// <summary>Han, kana or Hangul: written without blanks, family name first.</summary>
    static bool IsEastAsian(string name) => name[0] is (>= '\u3040' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af');

    static bool HasShoutedWord(string name)
    {
        for (var i = 1; i < name.Length; i++)
            if (char.IsUpper(name[i]) && char.IsUpper(name[i - 1])) return true;
        return false;
    }

    [GeneratedRegex(@"^[IVX]{2,}$")]
    private static partial Regex RomanNumeral();

    /// <summary>
    /// Given names of one or two Chinese, Korean or Vietnamese syllables each: "Jong Un", "Baolong", "Ryong-hae". A Western given name
    /// ("Carrie") keeps its place in front even where the family name usually comes first.
    /// </summary>
    [GeneratedRegex(@"^(?:(?:[ -]|^)(?:(?:[bpmfdtnlgkhjqxrwys]|zh|ch|sh|ts|ng|ny|ry|ky|hy|my|py|th|tr|nh|kh|ph|gi)?(?:[aeiou]|ae|ai|ao|au|ei|eo|eu|ia|iao|ie|iu|ieu|oe|oi|ong|oo|ou|ua|uai|ue|uo|ui|uye|wa|wae|wo|ya|yae|ye|yeo|yo|yu|yi)(?:ng|nh|n|r|k|l|m|p|t|h|c|ch)??){1,2})+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EastAsianSyllables();
}
