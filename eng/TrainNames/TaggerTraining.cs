using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;
using Ostrakon.TrainText;

namespace Ostrakon.TrainNames;

static class TaggerTraining
{
    public static LinearModel Train(IReadOnlyList<TrainingText> texts, int epochs, int mostWeights)
    {
        var model = new Perceptron(NameTagger.Classes);
        var random = new Random(20261123);
        var order = Enumerable.Range(0, texts.Count).ToArray();
        var features = new ulong[NameFeatures.Count];
        var scores = new float[NameTagger.Classes];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var mistakes = 0;
            foreach (var number in order)
            {
                var (text, gold, known) = texts[number];
                var names = new NameFeatures(text);
                var given = new NameTag[text.Length];
                for (var i = 0; i < text.Length; i++)
                {
                    if (!names.MayBeName(i)) continue;
                    names.Read(i, i > 0 ? given[i - 1] : NameTag.None, i > 1 ? given[i - 2] : NameTag.None, features);
                    model.Score(features, scores);
                    var before = i > 0 && names.GoesOn(i) ? given[i - 1] : NameTag.None;
                    var best = NameTag.None;
                    for (var tag = NameTag.None; (int)tag < NameTagger.Classes; tag++)
                        if (NameTagger.MayFollow(before, tag) && scores[(int)tag] > scores[(int)best]) best = tag;
                    // Where the name was missed so far, the best that can still be done is to begin it here.
                    var right = NameTagger.MayFollow(before, gold[i]) ? gold[i] : gold[i] - 1;
                    if (known[i] && best != right)
                    {
                        model.Update(features, (int)right, (int)best);
                        mistakes++;
                    }
                    // Mostly its own tags, as in use; at first the right ones.
                    given[i] = known[i] && (epoch == 0 || random.NextDouble() < 0.2) ? right : best;
                }
            }
            Console.Error.WriteLine($"epoch {epoch + 1}: {mistakes} mistakes, {model.Rows} rows");
        }
        return model.Average(mostWeights);
    }
}
