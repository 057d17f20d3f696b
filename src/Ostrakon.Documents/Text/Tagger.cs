using System.Runtime.CompilerServices;
using System.Collections.Immutable;

namespace Ostrakon.Documents.Text;

/// <summary>Gives each word of a sentence its tag, from left to right, by a linear model over the word and its neighbours.
/// Immutable; the scratch is the caller's.</summary>
sealed class Tagger(TagSet tags, LinearModel model)
{
    /// <summary>How many features a word has.</summary>
    public const int FeatureCount = 36;

    public TagSet Tags => tags;
    public LinearModel Model => model;

    /// <summary>Tags the words that <paramref name="shapes"/> has looked at; a word whose tag is already set (not 255) keeps it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Tag(WordShapes shapes, Span<byte> result)
    {
        Span<ulong> features = stackalloc ulong[FeatureCount];
        Span<int> scores = stackalloc int[model.Classes];
        for (var i = 0; i < shapes.Count; i++)
        {
            if (result[i] != TagSet.Unset) continue;
            Features(shapes, i, i > 0 ? result[i - 1] : 254ul, i > 1 ? result[i - 2] : 254ul, features);
            model.Score(features, scores);
            result[i] = (byte)LinearModel.Best(scores);
        }
    }

    /// <summary>The features of word i, of which the tags before it are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Features(WordShapes w, int i, ulong tag1, ulong tag2, Span<ulong> f)
    {
        ulong word = w.Word(i), shape = w.Shape(i), before = w.Word(i - 1), after = w.Word(i + 1);
        f[0] = Feature.Hash(100, word);
        f[1] = Feature.Hash(101, word, shape);
        f[2] = Feature.Hash(102, w.Ending2(i));
        f[3] = Feature.Hash(103, w.Ending3(i));
        f[4] = Feature.Hash(104, w.Ending4(i));
        f[5] = Feature.Hash(105, w.Beginning2(i));
        f[6] = Feature.Hash(106, w.Beginning3(i));
        f[7] = Feature.Hash(107, shape);
        f[8] = Feature.Hash(108, shape, w.Shape(i + 1), w.Shape(i - 1));
        f[9] = Feature.Hash(109, tag1);
        f[10] = Feature.Hash(110, tag1, tag2);
        f[11] = Feature.Hash(111, tag1, word);
        f[12] = Feature.Hash(112, tag1, after);
        f[13] = Feature.Hash(113, before);
        f[14] = Feature.Hash(114, before, word);
        f[15] = Feature.Hash(115, after);
        f[16] = Feature.Hash(116, word, after);
        f[17] = Feature.Hash(117, w.Word(i - 2));
        f[18] = Feature.Hash(118, w.Word(i + 2));
        f[19] = Feature.Hash(119, w.Ending3(i - 1));
        f[20] = Feature.Hash(120, w.Ending3(i + 1));
        f[21] = Feature.Hash(121, w.Ending2(i + 1), tag1);
        f[22] = Feature.Hash(122, w.Ending3(i), tag1);
        f[23] = Feature.Hash(123, w.Ending2(i), tag1, tag2);
        f[24] = Feature.Hash(124, w.Ending3(i), w.Shape(i), w.Ending2(i + 1));
        f[25] = Feature.Hash(125, after, w.Word(i + 2));
        f[26] = Feature.Hash(126, before, after);
        f[27] = Feature.Hash(127, w.Ending2(i + 2), w.Ending2(i + 1), w.Ending3(i));
        f[28] = Feature.Hash(128, 0);
        f[29] = Feature.Hash(129, shape, tag1);
        f[30] = Feature.Hash(130, shape, tag1, w.Shape(i + 1));
        f[31] = Feature.Hash(131, shape, w.Ending3(i));
        f[32] = Feature.Hash(132, shape, before);
        f[33] = Feature.Hash(133, shape, after);
        f[34] = Feature.Hash(134, w.Ending2(i), after);
        f[35] = Feature.Hash(135, word, tag1, tag2);
    }
}

/// <summary>The tags that a model tells apart: a part of speech with a Penn tag ("VERB/VBD"). Immutable.</summary>
sealed class TagSet(ImmutableArray<string> names)
{
    /// <summary>Stands where a word has no tag yet.</summary>
    public const byte Unset = 255;

    readonly ImmutableArray<(PartOfSpeech, WordForm)> meanings = [.. names.Select(Meaning)];

    public ImmutableArray<string> Names => names;
    public PartOfSpeech PartOfSpeech(byte tag) => meanings[tag].Item1;
    public WordForm Form(byte tag) => meanings[tag].Item2;

    /// <summary>The first tag with a part of speech and a form; null where the model has none.</summary>
    public byte? Of(PartOfSpeech part, WordForm form) => meanings.IndexOf((part, form)) is >= 0 and var tag ? (byte)tag : null;

    /// <summary>The tag of a proper noun, for names that are known before tagging.</summary>
    public byte ProperNoun { get; } = (byte)Math.Max(0, names.IndexOf("PROPN/NNP"));

    static (PartOfSpeech, WordForm) Meaning(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return (Enum.Parse<PartOfSpeech>(name[..slash], ignoreCase: true), name[(slash + 1)..] switch
        {
            "VB" => WordForm.Base,
            "VBP" => WordForm.Present,
            "VBZ" => WordForm.PresentThird,
            "VBD" => WordForm.Past,
            "VBN" => WordForm.PastParticiple,
            "VBG" => WordForm.Ing,
            "MD" => WordForm.Modal,
            "NN" or "NNP" => WordForm.Singular,
            "NNS" or "NNPS" => WordForm.Plural,
            "WP" or "WDT" or "WP$" or "WRB" => WordForm.Question,
            "PRP$" or "POS" => WordForm.Possessive,
            _ => WordForm.None,
        });
    }
}
