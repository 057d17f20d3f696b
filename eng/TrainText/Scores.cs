using System.Diagnostics;
using Ostrakon.Documents.Text;

namespace Ostrakon.TrainText;

/// <summary>Measures a model on gold sentences: share of right parts of speech (UPOS), heads (UAS) and heads with relations (LAS), marks
/// included, words given.</summary>
static class Scores
{
    public static void Print(string name, Tagger tagger, Parser parser, IReadOnlyList<TreebankSentence> sentences)
    {
        int words = 0, pos = 0, tags = 0, heads = 0, labelled = 0;
        var shapes = new WordShapes();
        var state = new ParserState();
        var clock = Stopwatch.StartNew();
        foreach (var s in sentences)
        {
            var given = TaggerTraining.Tag(tagger, s, shapes);
            state.Begin(shapes, given);
            parser.Parse(state);
            for (var i = 0; i < s.Count; i++)
            {
                words++;
                var gold = s.Tags[i];
                if (tagger.Tags.Names[given[i]].AsSpan().StartsWith(gold.AsSpan(0, gold.IndexOf('/') + 1))) pos++;
                if (tagger.Tags.Names[given[i]] == gold) tags++;
                if (state.Heads[i] != s.Heads[i]) continue;
                heads++;
                if (state.Relations[i] == s.Relations[i]) labelled++;
            }
        }
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine($"{name}: {words} words, UPOS {(double)pos / words:0.0000}, UPOS+XPOS {(double)tags / words:0.0000}, UAS {(double)heads / words:0.0000}, LAS {(double)labelled / words:0.0000}, {words / seconds:0} words/s");
    }
}
