using Ostrakon.Documents.Text;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>Common forenames and family names. Immutable.</summary>
static class NameParts
{
    static readonly Lazy<(HashSet<ulong> Forenames, HashSet<ulong> Surnames)> All = new(() => (Load("forename"), Load("surname")));

    public static bool IsForename(in TextWord word) => All.Value.Forenames.Contains(word.Key);

    public static bool IsSurname(in TextWord word) => All.Value.Surnames.Contains(word.Key);

    public static bool IsPart(ulong word) => All.Value.Forenames.Contains(word) || All.Value.Surnames.Contains(word);

    static HashSet<ulong> Load(string kind) => [.. Resources.Lines("Mentions/name-parts.tsv").Select(l => l.Split('\t'))
        .Where(c => c[0] == kind).SelectMany(c => c[1].Split('|')).Select(n => TextWords.Key(n))];
}
