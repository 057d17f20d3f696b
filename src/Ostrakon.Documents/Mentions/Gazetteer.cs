using System.Collections.Immutable;
using Ostrakon.Documents.Text;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>How a word stands for its country.</summary>
enum CountryWord { Name, Demonym, Capital, Seat }

/// <summary>A state, body or alliance that news names by many words. Immutable.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Kind">Government, organisation or group.</param>
/// <param name="Country">ISO code of the state, or of the state whose organ it is; null for international bodies.</param>
sealed record KnownParty(string Name, PartyKind Kind, string? Country)
{
    /// <summary>The other names of a body.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];
}

/// <summary>A word or phrase for a known party. Immutable.</summary>
/// <param name="Party">The party.</param>
/// <param name="As">How a country is named; Name for organisations.</param>
/// <param name="Capitals">Whether it must be written in capitals ("US", "WHO").</param>
/// <param name="NeedsSupport">Whether it counts only where the document names the party by another word too ("the North").</param>
sealed record KnownName(KnownParty Party, CountryWord As, bool Capitals, bool NeedsSupport);

/// <summary>States and well-known bodies by all their words: countries.tsv and organisations.tsv. Immutable.</summary>
static class Gazetteer
{
    static readonly Lazy<Phrasebook<KnownName>> Book = new(Load);

    /// <summary>The number of words of the longest known name that begins at a word, 0 where none does.</summary>
    public static int Longest(ReadOnlySpan<char> text, ReadOnlySpan<TextWord> words, int at, out KnownName? name)
    {
        var length = Book.Value.Longest(words, at, out name);
        if (length == 0) return 0;
        var last = words[at + length - 1];
        // "the North" may open with a small letter; the name itself may not.
        if (last.Shape == WordShape.Lower || words[at].Shape == WordShape.Lower && length == 1) return 0;
        if (name!.Capitals && text[words[at].Start..last.End].ContainsAnyInRange('a', 'z')) return 0;
        // "the North Korean carrier" holds "North Korean", not "the North".
        if (words[at].Shape == WordShape.Lower && Book.Value.Longest(words, at + 1, out _) >= length) return 0;
        return length;
    }

    static readonly Lazy<Dictionary<string, KnownName>> CountryWords = new(() =>
    {
        var words = new Dictionary<string, KnownName>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, known) in Countries()) words.TryAdd(word, known);
        return words;
    });

    /// <summary>The country that a word names by name, demonym, capital or seat; null where it names none.</summary>
    public static KnownName? Country(ReadOnlySpan<char> word) =>
        CountryWords.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? word[4..] : word, out var known) ? known : null;

    static Phrasebook<KnownName> Load() => new(Countries().Concat(Organisations()));

    static IEnumerable<(string, KnownName)> Countries()
    {
        foreach (var line in Resources.Lines("Mentions/countries.tsv"))
        {
            var columns = line.Split('\t');
            string[] Values(int column) => column < columns.Length ? columns[column].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];
            var party = new KnownParty(columns[1], PartyKind.Government, columns[0]);
            foreach (var name in Values(1).Concat(Values(2))) yield return Entry(name, party, CountryWord.Name);
            foreach (var name in Values(3)) yield return Entry(name, party, CountryWord.Demonym);
            foreach (var name in Values(4)) yield return Entry(name, party, CountryWord.Capital);
            foreach (var name in Values(5)) yield return Entry(name, party, CountryWord.Seat);
        }
    }

    static IEnumerable<(string, KnownName)> Organisations()
    {
        foreach (var line in Resources.Lines("Mentions/organisations.tsv"))
        {
            var columns = line.Split('\t');
            var party = new KnownParty(columns[0], Enum.Parse<PartyKind>(columns[2], ignoreCase: true), columns.Length > 3 ? columns[3] : null) { OtherNames = [.. columns[1].Split('|', StringSplitOptions.RemoveEmptyEntries)] };
            foreach (var name in party.OtherNames.Prepend(columns[0]))
                yield return name[0] == '@' ? Entry(name[1..], party, CountryWord.Seat) : Entry(name, party, CountryWord.Name);
        }
    }

    /// <summary>The state that is named by half, its other half behind "and" ("North | and South Korea"); null where there is none.</summary>
    public static KnownName? Half(ReadOnlySpan<char> text, ReadOnlySpan<TextWord> words, int at)
    {
        if (at + 3 >= words.Length || words[at].Shape != WordShape.Capital || text[words[at + 1].Start..words[at + 1].End] is not ("and" or "or")) return null;
        var length = Longest(text, words, at + 2, out var other);
        if (length != 2 || other!.Party.Kind != PartyKind.Government) return null;
        return Country(string.Concat(text[words[at].Start..words[at].End], " ", text[words[at + 3].Start..words[at + 3].End])) is { } known && known.Party != other.Party ? known : null;
    }

    static (string, KnownName) Entry(string name, KnownParty party, CountryWord word)
    {
        var needsSupport = name[0] == '?';
        if (needsSupport) name = name[1..];
        return (name, new(party, word, name.Length <= 6 && !name.AsSpan().ContainsAnyInRange('a', 'z'), needsSupport));
    }
}
