using System.Runtime.InteropServices;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>A written form under which running text may name a listed party. Immutable.</summary>
/// <param name="Party">The party's number.</param>
/// <param name="Name">Which of the party's names, counted over all its listings.</param>
/// <param name="Form">How the form relates to the name.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct ListedPhrase(int Party, short Name, PhraseForm Form);

/// <summary>How a phrase relates to the listed name that it stands for.</summary>
public enum PhraseForm : byte
{
    /// <summary>All its words, in reading order.</summary>
    Whole,
    /// <summary>All its words, the family name first.</summary>
    FamilyFirst,
    /// <summary>The first word and the family name, as newspapers print them.</summary>
    Short,
}

/// <summary>The names of all listed parties as phrases to be found in running text: the first question of every document.</summary>
static class ListedPhrases
{
    public const string Slots = "phrases", Values = "phrases.names";

    public static void Add(SnapshotBuilder builder, IReadOnlyList<Party> parties)
    {
        var phrases = new PhraseTableBuilder<ListedPhrase>();
        for (var p = 0; p < parties.Count; p++)
        {
            short n = 0;
            foreach (var name in parties[p].Names)
            {
                foreach (var (words, form) in Forms(name, parties[p].Schema)) phrases.Add(words, new(p, n, form));
                n++;
            }
        }
        var (slots, values) = phrases.Build();
        builder.Add<PhraseSlot>(Slots, slots);
        builder.Add<ListedPhrase>(Values, values);
    }

    static IEnumerable<(ulong[] Words, PhraseForm Form)> Forms(PartyName name, string schema)
    {
        var words = Keys(name.Text);
        if (words.Length == 0) yield break;
        yield return (words, PhraseForm.Whole);
        if (schema != "Person" || name.Family is null) yield break;
        var family = Keys(name.Family);
        var at = words.AsSpan().IndexOf(family);
        if (at < 0 || family.Length == words.Length) yield break;
        if (at > 0) yield return ([.. family, .. words[..at], .. words[(at + family.Length)..]], PhraseForm.FamilyFirst);
        var first = at > 0 ? words[0] : words[family.Length];
        if (words.Length > family.Length + 1) yield return ([first, .. family], PhraseForm.Short);
    }

    static ulong[] Keys(string text) => Array.ConvertAll(TextWords.Read(text), w => w.Key);
}
