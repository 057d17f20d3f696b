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
public enum PhraseForm : short   // with it a ListedPhrase has no bytes that nobody sets
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
        List<ulong> words = [], family = [], other = [];
        var read = new List<TextWord>();
        for (var p = 0; p < parties.Count; p++)
        {
            short n = 0;
            foreach (var name in parties[p].Names)
            {
                Read(name.Text, read, words);
                phrases.Add(CollectionsMarshal.AsSpan(words), new(p, n, PhraseForm.Whole));
                if (parties[p].Schema == "Person" && name.Family is not null)
                {
                    Read(name.Family, read, family);
                    AddFamily(phrases, CollectionsMarshal.AsSpan(words), CollectionsMarshal.AsSpan(family), other, p, n);
                }
                n++;
            }
        }
        var (slots, values) = phrases.Build();
        builder.Add(Slots, slots);
        builder.Add(Values, values);
    }

    static void AddFamily(PhraseTableBuilder<ListedPhrase> phrases, ReadOnlySpan<ulong> words, ReadOnlySpan<ulong> family, List<ulong> other, int party, short name)
    {
        var at = words.IndexOf(family);
        if (at < 0 || family.Length == words.Length) return;
        if (at > 0)
        {
            other.Clear();
            other.AddRange(family);
            other.AddRange(words[..at]);
            other.AddRange(words[(at + family.Length)..]);
            phrases.Add(CollectionsMarshal.AsSpan(other), new(party, name, PhraseForm.FamilyFirst));
        }
        if (words.Length <= family.Length + 1) return;
        other.Clear();
        other.Add(at > 0 ? words[0] : words[family.Length]);
        other.AddRange(family);
        phrases.Add(CollectionsMarshal.AsSpan(other), new(party, name, PhraseForm.Short));
    }

    static void Read(string text, List<TextWord> read, List<ulong> keys)
    {
        read.Clear();
        keys.Clear();
        TextWords.Read(text, read);
        foreach (var word in read) keys.Add(word.Key);
    }
}
