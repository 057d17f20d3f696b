using System.Runtime.CompilerServices;
using System.IO.Compression;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Mentions;

/// <summary>What the tagger says of a word: it begins a name, goes on with one, or neither.</summary>
enum NameTag : byte { None, BeginPerson, InPerson, BeginOrganisation, InOrganisation, BeginPlace, InPlace }

/// <summary>
/// Tags the words of a text as parts of names of persons, organisations and places, from left to right, by a linear model. One voice
/// among several: what lists and tables know comes first. Immutable; safe for any number of threads.
/// </summary>
sealed class NameTagger(LinearModel model)
{
    static readonly Lazy<NameTagger> Instance = new(() =>
    {
        using var stream = Resources.Open("Mentions/names.bin");
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        return new(LinearModel.Read(reader));
    });

    /// <summary>The built-in model: eng/TrainNames writes it, see names.bin.LICENSE for its sources.</summary>
    public static NameTagger BuiltIn => Instance.Value;

    public static readonly int Classes = Enum.GetValues<NameTag>().Length;

    public static void Write(Stream stream, LinearModel model)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize));
        model.Write(writer);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public NameTag[] Tag(MarkedText text)
    {
        var tags = new NameTag[text.Length];
        var names = new NameFeatures(text);
        Span<ulong> features = stackalloc ulong[NameFeatures.Count];
        Span<int> scores = stackalloc int[model.Classes];
        for (var i = 0; i < tags.Length; i++)
        {
            if (!names.MayBeName(i)) continue;
            names.Read(i, i > 0 ? tags[i - 1] : NameTag.None, i > 1 ? tags[i - 2] : NameTag.None, features);
            model.Score(features, scores);
            tags[i] = Best(scores, i > 0 && names.GoesOn(i) ? tags[i - 1] : NameTag.None);
        }
        return tags;
    }

    /// <summary>The best tag that may follow: a name goes on only with its own kind.</summary>
    public static NameTag Best(ReadOnlySpan<int> scores, NameTag before)
    {
        var best = NameTag.None;
        for (var tag = NameTag.None; (int)tag < Classes; tag++)
            if (MayFollow(before, tag) && scores[(int)tag] > scores[(int)best]) best = tag;
        return best;
    }

    public static bool MayFollow(NameTag before, NameTag tag) =>
        !IsInside(tag) || before == tag || before == tag - 1;

    public static bool IsInside(NameTag tag) => tag is NameTag.InPerson or NameTag.InOrganisation or NameTag.InPlace;

    /// <summary>The names that the tags spell out.</summary>
    public static IEnumerable<(int First, int End, PartyKind Kind)> Names(NameTag[] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] == NameTag.None || IsInside(tags[i])) continue;
            var end = i + 1;
            while (end < tags.Length && tags[end] == tags[i] + 1) end++;
            yield return (i, end, tags[i] switch
            {
                NameTag.BeginPerson => PartyKind.Person,
                NameTag.BeginOrganisation => PartyKind.Organisation,
                _ => PartyKind.Place,
            });
        }
    }
}
