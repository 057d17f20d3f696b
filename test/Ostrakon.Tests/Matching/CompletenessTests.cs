using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Tests.Matching;

public class CompletenessTests
{
    const int Parties = 600, Queries = 10_000;

    /// <summary>The promise of the index: it never loses what scoring every name would put at or above the threshold.</summary>
    [Fact]
    public void Everything_that_scoring_every_party_would_find_is_proposed()
    {
        var invented = new InventedNames(7);
        var entries = Enumerable.Range(0, Parties).Select(i =>
        {
            var schema = i % 3 == 0 ? "Company" : i % 7 == 0 ? "LegalEntity" : "Person";
            return InventedLists.Named($"{i}", schema, schema == "Company" ? invented.Company() : invented.Any(), invented.Any());
        }).ToArray();
        var snapshot = InventedLists.Compile([.. entries]);
        var screener = new Screener(snapshot);
        var weights = Weights.Current;
        var listed = entries.Select(e => e.Names.Select(n => QueryReading.Of(n.Text, e.Schema, weights, LatinNames.Has(new("own", [new("own", "1", e)])))).ToArray()).ToArray();
        var queries = Enumerable.Range(0, Queries).Select(i =>
            (Name: i % 5 == 0 ? invented.Any() : invented.Rewritten(entries[i % Parties].Names[i % 2].Text), Schema: (i % 3) switch { 0 => "Person", 1 => null, _ => "Company" })).ToList();

        var found = 0;
        Parallel.ForEach(queries, query =>
        {
            var options = new ScreeningOptions { Threshold = i(query.Name), Limit = Parties };
            var hits = screener.Screen(new() { Names = [query.Name], Schema = query.Schema }, options).Hits.ToDictionary(h => h.Party.Id, h => h.Score);
            var readings = QueryReading.Of(query.Name, query.Schema, weights);
            for (var p = 0; p < Parties; p++)
            {
                var schema = new FactAgreement(DateRelation.None, FactState.Missing, FactState.Missing, default,
                    FactAgreement.SchemaOf(SchemaGroups.Of(query.Schema), SchemaGroups.Of(entries[p].Schema)));
                var score = listed[p].Max(n => NamePair.Best(readings, n, weights)?.Agreement.Score ?? 0);
                score = schema.Whole(score, false, weights.Facts);
                if (score < options.Threshold) continue;
                Interlocked.Increment(ref found);
                hits.ShouldContainKey($"own-{p}", $"{query.Name} ({query.Schema}) against {string.Join(" = ", entries[p].Names.Select(n => n.Text))}: {score}");
                hits[$"own-{p}"].ShouldBe(score, 1e-5);
            }
        });
        found.ShouldBeGreaterThan(Queries / 4);    // the parts are common words and the changes harsh: many are another name then

        // Thresholds below the default are asked for too, by those who look for a threshold of their own.
        static double i(string name) => name.Length % 4 == 0 ? 0.5 : 0.7;
    }
}
