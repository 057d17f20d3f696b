using Ostrakon.Fit;
using Ostrakon.Index;

namespace Ostrakon.Rivals;

/// <summary>A name to be looked for.</summary>
/// <param name="Name">As it is asked.</param>
/// <param name="Listed">The listed name that it is with a typing error; empty for an ordinary name.</param>
sealed record Question(string Name, string Listed)
{
    /// <summary>Ordinary names of four kinds and damaged names of the lists, half and half, in any order.</summary>
    public static Question[] Of(string[] listed, int count)
    {
        var random = new Random(20261125);
        var questions = Screenings.Negatives(count / 8).Select(s => new Question(s.Query.Names[0], "")).ToList();
        while (questions.Count < count)
        {
            var name = listed[random.Next(listed.Length)];
            questions.Add(new(Screenings.Damaged(name, random), name));
        }
        var shuffled = questions.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>The names of all parties with the parties' numbers.</summary>
    public static IEnumerable<(int Party, string Name)> Names(Snapshot snapshot) =>
        Enumerable.Range(0, snapshot.PartyCount).SelectMany(p => snapshot.Party(p).Names.Select(n => n.Text).Distinct().Select(n => (p, n)));
}
