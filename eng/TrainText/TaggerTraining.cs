using System.Collections.Immutable;
using Ostrakon.Documents.Text;

namespace Ostrakon.TrainText;

static class TaggerTraining
{
    public static TagSet TagsOf(IEnumerable<TreebankSentence> sentences) =>
        new([.. sentences.SelectMany(s => s.Tags).CountBy(t => t).Where(t => t.Value > 4).Select(t => t.Key).Order(StringComparer.Ordinal)]);

    public static Tagger Train(IReadOnlyList<TreebankSentence> sentences, TagSet tags, int epochs, int mostWeights)
    {
        var model = new Perceptron(tags.Names.Length, atOnce: true);
        var numbers = tags.Names.Select((name, i) => (name, i)).ToDictionary(t => t.name, t => t.i);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(20261123);
        var shapes = new WordShapes();
        var features = new ulong[Tagger.FeatureCount];
        var scores = new float[tags.Names.Length];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var s in order)
            {
                var sentence = sentences[s];
                shapes.Look(sentence.Text, sentence.Words);
                ulong tag1 = 254, tag2 = 254;
                for (var i = 0; i < sentence.Count; i++)
                {
                    Tagger.Features(shapes, i, tag1, tag2, features);
                    model.Score(features, scores);
                    var given = Best(scores);
                    if (numbers.TryGetValue(sentence.Tags[i], out var gold) && given != gold) model.Update(features, gold, given);
                    (tag2, tag1) = (tag1, (ulong)given);
                }
            }
        }
        return new(tags, model.Average(mostWeights));
    }

    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    public static byte[] Tag(Tagger tagger, TreebankSentence sentence, WordShapes shapes)
    {
        shapes.Look(sentence.Text, sentence.Words);
        var tags = new byte[sentence.Count];
        tags.AsSpan().Fill(TagSet.Unset);
        tagger.Tag(shapes, tags);
        return tags;
    }

    /// <summary>Tags each fifth of the sentences by a tagger trained on the rest, so that the parser learns from the tags that it will meet.</summary>
    public static byte[][] Jackknife(IReadOnlyList<TreebankSentence> sentences, TagSet tags, int epochs)
    {
        var result = new byte[sentences.Count][];
        var shapes = new WordShapes();
        for (var fold = 0; fold < 5; fold++)
        {
            var tagger = Train([.. sentences.Where((_, i) => i % 5 != fold)], tags, epochs, 400_000);
            for (var i = fold; i < sentences.Count; i += 5) result[i] = Tag(tagger, sentences[i], shapes);
        }
        return result;
    }
}
