using System.Runtime.CompilerServices;
using Ostrakon.Documents.Text;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>What the name tagger sees of each word of a text. The model holds hashes of it: any change here asks for new training.
/// For one thread.</summary>
sealed class NameFeatures
{
    public const int Count = 32;

    const Cue Seen = Mentions.Cue.Title | Mentions.Cue.Role | Mentions.Cue.OrgHead | Mentions.Cue.OrgForm | Mentions.Cue.Vessel | Mentions.Cue.Aircraft
        | Mentions.Cue.PlaceHead | Mentions.Cue.PlaceFront | Mentions.Cue.Never | Mentions.Cue.Particle | Mentions.Cue.Opener;

    readonly MarkedText text;
    readonly byte[] known;
    readonly ulong[] runHead, runBefore, runAfter;
    readonly byte[] runPlace;
    readonly HashSet<ulong> lowerElsewhere = [], capitalInside = [];

    public NameFeatures(MarkedText text)
    {
        this.text = text;
        known = new byte[text.Length];
        (runHead, runBefore, runAfter) = (new ulong[text.Length], new ulong[text.Length], new ulong[text.Length]);
        runPlace = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (text.Words[i].Shape == WordShape.Lower) lowerElsewhere.Add(text.Words[i].Key);
            else if (text.IsCapital(i) && !text.Opens(i)) capitalInside.Add(text.Words[i].Key);
        }
        MarkKnown();
        MarkRuns();
    }

    /// <summary>Whether a word is worth a look: one of a run of capitals, with the small words inside it.</summary>
    public bool MayBeName(int i) => runPlace[i] != 0;

    /// <summary>Whether a name may run from the word before into this one.</summary>
    public bool GoesOn(int i) => text.Words[i].Before < Gap.Stop;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int i, NameTag tag1, NameTag tag2, Span<ulong> f)
    {
        ulong word = Key(i), before = Key(i - 1), after = Key(i + 1), shape = Shape(i), t1 = (ulong)tag1, t2 = (ulong)tag2;
        ulong cue = Cue(i), ending = Ending(i), gap = (ulong)text.Words[i].Before, place = runPlace[i];
        ulong seen = (lowerElsewhere.Contains(text.Words[i].Key) ? 1u : 0) | (capitalInside.Contains(text.Words[i].Key) ? 2u : 0);
        f[0] = Feature.Hash(1, word, shape);
        f[1] = Feature.Hash(2, before);
        f[2] = Feature.Hash(3, after);
        f[3] = Feature.Hash(4, Key(i - 2));
        f[4] = Feature.Hash(5, Key(i + 2));
        f[5] = Feature.Hash(6, word, t1);
        f[6] = Feature.Hash(7, shape, Shape(i - 1), Shape(i + 1));
        f[7] = Feature.Hash(8, cue, shape);
        f[8] = Feature.Hash(9, Cue(i - 1), shape, t1);
        f[9] = Feature.Hash(10, Cue(i + 1), shape);
        f[10] = Feature.Hash(11, ending, shape);
        f[11] = Feature.Hash(12, cue, t1);
        f[12] = Feature.Hash(13, Known(i), shape, t1);
        f[13] = Feature.Hash(14, Known(i), Known(i - 1), Known(i + 1));
        f[14] = Feature.Hash(15, t1, t2, shape);
        f[15] = Feature.Hash(16, t1, gap, shape);
        f[16] = Feature.Hash(17, gap, GapAt(i + 1), shape);
        f[17] = Feature.Hash(18, before, word);
        f[18] = Feature.Hash(19, word, after);
        f[19] = Feature.Hash(20, runHead[i], place);
        f[20] = Feature.Hash(21, runBefore[i], place, shape);
        f[21] = Feature.Hash(22, runAfter[i], place, shape);
        f[22] = Feature.Hash(23, seen, shape, text.Opens(i) ? 1u : 0);
        f[23] = Feature.Hash(24, Parts(i), Parts(i + 1), shape);
        f[24] = Feature.Hash(25, Parts(i), t1, place);
        f[25] = Feature.Hash(26, place, shape, t1);
        f[26] = Feature.Hash(27, Cue(i + 1), Cue(i + 2), t1);
        f[27] = Feature.Hash(28, cue, Cue(i - 1), Cue(i + 1));
        f[28] = Feature.Hash(29, Ending(i + 1), t1, shape);
        f[29] = Feature.Hash(30, Ending(i - 1), shape);
        f[30] = Feature.Hash(31, before, after);
        f[31] = Feature.Hash(32, t1);
    }

    ulong Key(int i) => i < 0 ? 1 : i >= text.Length ? 2 : text.Words[i].Shape == WordShape.Number ? 3 : text.Words[i].Key;
    ulong Shape(int i) => i < 0 || i >= text.Length ? 15 : (ulong)text.Words[i].Shape | (text.Words[i].Possessive ? 8u : 0);
    ulong Cue(int i) => i < 0 || i >= text.Length ? 1 << 20 : (ulong)(text.Cues[i] & Seen);
    ulong Known(int i) => i < 0 || i >= text.Length ? 0u : known[i];
    ulong GapAt(int i) => i >= text.Length ? 9 : (ulong)text.Words[i].Before;

    ulong Ending(int i)
    {
        if (i < 0 || i >= text.Length) return 1;
        var word = text.Word(i);
        return Feature.Word(word.Length > 3 ? word[^3..] : word);
    }

    ulong Parts(int i) => i < 0 || i >= text.Length ? 4u
        : (NameParts.IsForename(text.Words[i]) ? 1u : 0) | (NameParts.IsSurname(text.Words[i]) ? 2u : 0);

    /// <summary>1-4 a country's name, demonym, capital, seat; 5 a body; 6 a group; 7 a place; each 8 more inside the phrase.</summary>
    void MarkKnown()
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (known[i] != 0) continue;
            var length = Gazetteer.Longest(text.Text, text.Words, i, out var name);
            var mark = 0;
            if (length > 0) mark = name!.Party.Kind == PartyKind.Government ? 1 + (int)name.As : name.Party.Kind == PartyKind.Group ? 6 : 5;
            else if ((length = Places.Longest(text.Words, i)) > 0) mark = 7;
            for (var k = 0; k < length; k++) known[i + k] = (byte)(k == 0 ? mark : mark + 8);
        }
    }

    void MarkRuns()
    {
        for (var i = 0; i < text.Length;)
        {
            var end = NameRuns.EndOf(text, i);
            if (end == i) { i++; continue; }
            for (var k = i; k < end; k++)
            {
                runHead[k] = Key(end - 1);
                runBefore[k] = text.Words[i].Before <= Gap.Blank ? Key(i - 1) : 5;
                runAfter[k] = end < text.Length && text.Words[end].Before <= Gap.Blank ? Key(end) : 6;
                runPlace[k] = (byte)(Math.Min(k - i, 3) * 4 + Math.Min(end - 1 - k, 3) + 1);
            }
            i = end;
        }
    }
}
