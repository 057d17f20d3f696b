namespace Ostrakon.Documents.Text;

/// <summary>The written forms of words of English: of a verb its "-s", "-ed" and "-ing" forms, of a noun its plural. Forms that only look
/// possible ("stoped") are given too: nobody writes them, and lookups do no harm. Pure.</summary>
static class Inflection
{
    static readonly Lazy<ILookup<(string Lemma, char Part), string>> Irregular = new(() => Resources.Lines("Text/irregular-forms.tsv")
        .Select(line => line.Split('\t'))
        .SelectMany(c => c[2].Split(' ').Select(form => (Key: (c[0], c[1][0]), form)))
        .ToLookup(f => f.Key, f => f.form));

    /// <summary>All forms of a verb ("v"), a noun ("n") or another word; the lemma is one of them.</summary>
    public static IEnumerable<string> Forms(string lemma, char part)
    {
        yield return lemma;
        foreach (var form in Irregular.Value[(Last(lemma), part)]) yield return Prefix(lemma) + form;
        if (part is not ('v' or 'n')) yield break;
        var end = lemma[^1];
        var y = end == 'y' && lemma.Length > 2 && !IsVowel(lemma[^2]);
        yield return y ? lemma[..^1] + "ies" : end is 's' or 'x' or 'z' || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal) ? lemma + "es" : lemma + "s";
        if (end == 'o') yield return lemma + "es";
        if (part == 'n')
        {
            if (lemma.EndsWith("man", StringComparison.Ordinal)) yield return lemma[..^2] + "en";
            yield break;
        }
        var stem = end == 'e' ? lemma[..^1] : lemma;
        yield return y ? lemma[..^1] + "ied" : stem + "ed";
        yield return stem + "ing";
        if (end == 'e' && lemma.EndsWith("ee", StringComparison.Ordinal)) yield return lemma + "ing";
        if (lemma.Length < 3 || IsVowel(end) || end is 'w' or 'x' or 'y' || !IsVowel(lemma[^2])) yield break;
        yield return lemma + end + "ed";
        yield return lemma + end + "ing";
    }

    /// <summary>Of a lemma of several words only the last is irregular ("air force", "counter-attack").</summary>
    static string Last(string lemma) => lemma[(lemma.LastIndexOfAny([' ', '-']) + 1)..];

    static string Prefix(string lemma) => lemma[..(lemma.LastIndexOfAny([' ', '-']) + 1)];

    static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
