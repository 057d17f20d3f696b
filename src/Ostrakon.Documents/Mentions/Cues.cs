using Ostrakon.Documents.Text;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>What a word says about the names beside it: the classes of cues.tsv.</summary>
[Flags]
enum Cue
{
    None = 0, Title = 1, Role = 2, OrgHead = 4, OrgForm = 8, Vessel = 16, Aircraft = 32, PlaceHead = 64, PlaceFront = 128,
    Never = 256, Particle = 512, Opener = 1024, Sport = 2048, Crime = 4096, StateHead = 8192, GroupHead = 16384, ShipTalk = 32768,
    People = 65536, Front = 131072, Qualifier = 262144, Portfolio = 524288,
}

/// <summary>The cue words. Immutable.</summary>
static class Cues
{
    static readonly Lazy<Phrasebook<Cue>> Book = new(Load);

    /// <summary>Marks every word with the cues that it, or a phrase that it is part of, gives.</summary>
    public static Cue[] Mark(ReadOnlySpan<TextWord> words)
    {
        var cues = new Cue[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var length = Book.Value.Longest(words, i, out var cue);
            for (var k = 0; k < length; k++) cues[i + k] |= length > 1 ? cue & ~Cue.Opener : cue;
        }
        for (var i = 0; i < words.Length; i++)
            if ((cues[i] & Cue.Title) != 0 && i + 2 < words.Length && words[i + 1].Before == Gap.Blank) i = MarkPortfolio(words, cues, i + 1) - 1;
        return cues;
    }

    /// <summary>"Minister | for the Middle East": what an office is for belongs to the title.</summary>
    static int MarkPortfolio(ReadOnlySpan<TextWord> words, Cue[] cues, int join)
    {
        if (words[join].Key != Of && words[join].Key != For || words[join + 1].Before != Gap.Blank) return join;
        var length = Book.Value.Longest(words, join + 1, out var cue);
        if (length == 0 || (cue & Cue.Portfolio) == 0 || words[join + length].Shape == WordShape.Lower) return join;
        for (var k = join; k <= join + length; k++) cues[k] |= Cue.Title;
        return join + length + 1;
    }

    static readonly ulong Of = TextWords.Key("of"), For = TextWords.Key("for");

    /// <summary>Whether a word or phrase as a whole gives a cue.</summary>
    public static bool Gives(string words, Cue cue)
    {
        var read = TextWords.Read(words);
        return read.Length > 0 && Book.Value.Longest(read, 0, out var found) == read.Length && (found & cue) != 0;
    }

    static Phrasebook<Cue> Load()
    {
        var all = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach (var line in Resources.Lines("Mentions/cues.tsv"))
        {
            var columns = line.Split('\t');
            var cue = Enum.Parse<Cue>(columns[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            foreach (var phrase in columns[1].Split('|')) all[phrase] = all.GetValueOrDefault(phrase) | cue;
        }
        return new(all.Select(p => (p.Key, p.Value)));
    }
}
