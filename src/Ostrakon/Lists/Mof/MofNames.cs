using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Mof;

/// <summary>
/// Names of the Japanese list: each in English letters and in Japanese syllables, several in one cell, divided by letters in brackets, by
/// lines or by marks, one form in brackets behind the other: "(a)ガトカ（Gatoka）、(b)ルムリ（Rumuli）", "A・カビール (a.k.a.: A. Kabir)".
/// </summary>
static partial class MofNames
{
    /// <summary>The names in a cell.</summary>
    public static IEnumerable<PartyName> Read(string cell, NameKind kind)
    {
        var published = Blanks.Collapse(cell);
        var text = Remark().Replace(MofText.Narrow(cell), "");
        // Where nothing else divides the names commas do; elsewhere they stand between surname and given names.
        var commas = kind != NameKind.Primary && !text.Contains(';') && !Lettered().IsMatch(text);
        foreach (var line in text.Split('\n'))
        {
            var lineKind = kind != NameKind.Primary && Former().IsMatch(line) ? NameKind.Former : kind;
            foreach (var item in LetteredList.Split(Balanced(Label().Replace(line, "").Trim(' ', ',', ':', '、'))).SelectMany(static p => Divider().Split(p)))
                foreach (var part in commas && WrittenNames.IsLatin(item) ? item.Split(',') : [item])
                {
                    var name = Balanced(part.Trim(' ', ',', ':', '、'));
                    if (name.Length == 0 || Placeholder.Is(name) || IsBirth(name)) continue;
                    foreach (var read in WrittenNames.Split(name, lineKind, person: false))
                        yield return new(read.Text, KindOf(read), null, read.Text == published ? null : published);
                }
        }
    }

    /// <summary>A form in Japanese syllables is a transcription, never the name in the party's own script; one in a third script is that.</summary>
    static NameKind KindOf(PartyName name) =>
        WrittenNames.IsLatin(name.Text) || name.Kind is NameKind.WeakAlias or NameKind.Former ? name.Kind
        : MofText.HasKana(name.Text) ? NameKind.Alias
        : name.Kind == NameKind.Alias && name.Text.AsSpan().IndexOfAnyInRange('\u4e00', '\u9fff') >= 0 ? NameKind.Alias
        : NameKind.OriginalScript;

    /// <summary>Some aliases come with the birth date that was used with them.</summary>
    static bool IsBirth(string text) => text.Contains('年') && text.Any(char.IsAsciiDigit);

    /// <summary>Without brackets around the whole or with no partner: the lists in brackets were divided.</summary>
    static string Balanced(string text)
    {
        if (text.StartsWith('(') && text.IndexOf(')') == text.Length - 1) return text[1..^1].Trim();
        var (open, close) = (text.Count(static c => c == '('), text.Count(static c => c == ')'));
        if (open > close && text.StartsWith('(')) return text[1..].Trim();
        if (close > open && text.EndsWith(')')) return text[..^1].Trim();
        return text;
    }

    [GeneratedRegex(@";|、(?![^()]*\))")]
    private static partial Regex Divider();

    [GeneratedRegex(@"\([a-z]\)")]
    private static partial Regex Lettered();

    [GeneratedRegex(@"旧称|\bf\.?k\.?a\b")]
    private static partial Regex Former();

    [GeneratedRegex(@"\(?(?:別称|別名|旧称|以前の呼称)[)、:\s]*|\b[af]\.?k\.?a\b\.?\s*:?\s*|\boriginal script\s*:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    /// <summary>"(the name formerly shown)", "(self-styled)", "(in Tigrinya)": about a name, not part of it.</summary>
    [GeneratedRegex(@"\([^()]*(?:掲載|記載|氏名|名称|として|自称|語)[^()]*\)")]
    private static partial Regex Remark();
}
