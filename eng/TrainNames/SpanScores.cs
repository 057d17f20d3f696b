using Ostrakon.Documents.Mentions;

namespace Ostrakon.TrainNames;

/// <summary>Precision, recall and F1 of exact spans with their kind, and the share of gold spans that are touched.</summary>
sealed class SpanScores
{
    readonly Dictionary<PartyKind, (int Gold, int Given, int Exact, int Touched)> counts = [];

    public void Add(TrainingText text, NameTagger tagger)
    {
        var gold = NameTagger.Names(text.Tags).ToList();
        var given = NameTagger.Names(tagger.Tag(text.Text)).ToList();
        foreach (var kind in new[] { PartyKind.Person, PartyKind.Organisation, PartyKind.Place })
        {
            var (g, s) = (gold.Where(n => n.Kind == kind).ToList(), given.Where(n => n.Kind == kind).ToList());
            var old = counts.GetValueOrDefault(kind);
            counts[kind] = (old.Gold + g.Count, old.Given + s.Count, old.Exact + s.Count(g.Contains),
                old.Touched + g.Count(a => s.Any(b => b.First < a.End && a.First < b.End)));
        }
    }

    public void Print()
    {
        foreach (var (kind, (gold, given, exact, touched)) in counts)
            Console.WriteLine($"{kind}: gold {gold}, given {given}, P {(double)exact / given:0.000}, R {(double)exact / gold:0.000}, F1 {2.0 * exact / (gold + given):0.000}, touched {(double)touched / gold:0.000}");
    }
}
