using System.Text.RegularExpressions;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// One published name field as the names that stand in it. Authorities pack several into one: forms separated by semicolons, the
/// original script or an acronym in brackets behind the name, a remark behind it, the surname first with a comma.
/// Every name that differs from the field keeps the field in <see cref="PartyName.Published"/>.
/// </summary>
static partial class WrittenNames
{
    /// <summary>The names in <paramref name="text"/>, the field's own first.</summary>
    /// <param name="text">The published field.</param>
    /// <param name="kind">What the list says the field is.</param>
    /// <param name="person">Whether a comma separates surname and given names; in names of others it belongs to the name.</param>
    public static IEnumerable<PartyName> Split(string text, NameKind kind, bool person)
    {
        var published = text.Trim();
        foreach (var part in Separator().Split(published))
            foreach (var (name, partKind) in Forms(part, kind))
            {
                var read = Tidy(name, person);
                if (read.Length > 0) yield return new(read, partKind, null, read == published ? null : published);
            }
    }

    static IEnumerable<(string Name, NameKind Kind)> Forms(string part, NameKind kind)
    {
        var match = Bracket().Match(part);
        if (!match.Success) return [(part, kind)];
        var (before, inside) = (match.Groups[1].Value.Trim(), ScriptLabel().Replace(match.Groups[2].Value, "").Trim());
        if (before.Length == 0 || inside.Length == 0) return [(part, kind)];
        if (IsRemark(inside)) return [(before, kind)];
        if (!IsLatin(inside) && IsLatin(before)) return [(before, kind), .. Inside(NameKind.OriginalScript)];
        if (!IsLatin(before) && IsLatin(inside)) return [(before, NameKind.OriginalScript), .. Inside(kind)];
        if (IsAcronym(inside, before))
            return [(part, kind), (before, Other(kind)), (inside, inside.Length > 3 ? Other(kind) : NameKind.WeakAlias)];
        return [(part, kind)];

        IEnumerable<(string, NameKind)> Inside(NameKind k) => inside.Split(';').Select(n => (n, k));
    }

    static NameKind Other(NameKind kind) => kind == NameKind.Primary ? NameKind.Alias : kind;

    /// <summary>Blanks collapsed, stray quotes and separators gone, a surname moved behind the given names.</summary>
    static string Tidy(string name, bool person)
    {
        var text = Unquoted(Blanks.Collapse(name).Trim(' ', ',', ';', '.'));
        if (text.StartsWith(')')) text = text[1..].TrimStart();
        if (!person) return Closed(name, text);
        text = Born().Replace(text, "");
        var comma = text.IndexOf(',');
        if (comma <= 0 || comma != text.LastIndexOf(',') || Suffix().IsMatch(text[(comma + 1)..])) return text;
        return $"{text[(comma + 1)..].Trim()} {text[..comma].Trim()}";
    }

    /// <summary>Quotes around the whole go; those around a part of it stay in pairs: JSC “Kometa”.</summary>
    static string Unquoted(string text) =>
        text.Length > 1 && (text[0] is '"' or '“' or '„') && (text[^1] is '"' or '”' or '“') && text.AsSpan(1, text.Length - 2).IndexOfAny("\"“”„") < 0
            ? text[1..^1].Trim()
            : text;

    /// <summary>A full stop that closes an abbreviation ("Ltd.", "P.L.C.") belongs to the name.</summary>
    static string Closed(string name, string text) => name.TrimEnd().EndsWith('.') && text.Length > 0 ? text + "." : text;

    /// <summary>What a person wrote about the name, not a part of it: long, or with a number in it, or one of the usual words.</summary>
    static bool IsRemark(string inside) => inside.Length > 80 || Remark().IsMatch(inside);

    /// <summary>Whether no letter of the text is of another script than Latin.</summary>
    public static bool IsLatin(string text) => text.All(c => !char.IsLetter(c) || Scripts.Of(c) == Script.Latin);

    /// <summary>Whether the letters of <paramref name="inside"/> are initials of the words before it, in order, the first one included.</summary>
    static bool IsAcronym(string inside, string before)
    {
        var letters = inside.Where(char.IsLetter).Select(char.ToUpperInvariant).ToList();
        if (letters.Count is < 2 or > 12 || inside.Any(c => char.IsWhiteSpace(c) || char.IsDigit(c))) return false;
        var at = 0;
        foreach (var word in WordBreak().Split(before))
            if (at < letters.Count && word.Length > 0 && char.ToUpperInvariant(word[0]) == letters[at]) at++;
        return at == letters.Count || at >= 2 && at >= letters.Count - 1;
    }

    /// <summary>A semicolon outside brackets, or the mark of an enumeration: "b) ".</summary>
    [GeneratedRegex(@";(?![^()]*\))|(?<=\s)[b-z]\)\s")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^([^()]*)\((.*)\)[\s,.]*$", RegexOptions.Singleline)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^\s*(original script|in \w+( script)?)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptLabel();

    [GeneratedRegex(@"\d{4}|^(birth name|combat name|maiden name|nom de guerre|(previously|formerly) (listed|known) as|[A-Z]{2}[ei]\.\d{3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    [GeneratedRegex(@",?\s+born\s.*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Born();

    [GeneratedRegex(@"^\s*([JS]r\b|Junior|Senior|[IVX]+\b|\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"[\s\-/.,&]+")]
    private static partial Regex WordBreak();
}
