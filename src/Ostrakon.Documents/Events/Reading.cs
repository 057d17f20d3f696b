using System.Collections.Immutable;

namespace Ostrakon.Documents.Events;

/// <summary>How real a clause is and who says so. Immutable.</summary>
/// <param name="Factuality">How real.</param>
/// <param name="Sources">Heads of the phrases of those who say so, outermost first.</param>
readonly record struct Reading(Factuality Factuality, ImmutableArray<int> Sources)
{
    public static Reading Of(Factuality factuality) => new(factuality, []);

    public Reading With(Factuality factuality) => this with { Factuality = factuality };

    /// <summary>The reading with one more source, innermost; none for -1.</summary>
    public Reading SaidBy(int source) => source < 0 || Sources.Contains(source) ? this : this with { Sources = Sources.Add(source) };
}

/// <summary>How factualities combine: that of a governor with what the governor does to what it governs. Pure.</summary>
static class Composition
{
    /// <summary>The factuality of what is governed, from that of its governor.</summary>
    public static Factuality Under(Governor governor, Factuality outer)
    {
        var isReal = outer is Factuality.Happened or Factuality.Ongoing;
        return governor switch
        {
            Governor.Begin or Governor.Do or Governor.Occur => outer,
            Governor.GoOn => isReal ? Factuality.Ongoing : outer,
            Governor.Fail or Governor.Cancel or Governor.Miscarry => outer switch
            {
                Factuality.Happened or Factuality.Ongoing or Factuality.Planned or Factuality.Alleged => Factuality.NotHappened,
                Factuality.NotHappened => Factuality.Happened,
                _ => outer,
            },
            Governor.Intend or Governor.Seek or Governor.Plan => isReal ? Factuality.Planned : outer,
            Governor.Able or Governor.Propose or Governor.Threat => isReal || outer == Factuality.Planned ? Factuality.Possible : outer,
            Governor.Evidence or Governor.Allege => isReal || outer == Factuality.Planned ? Factuality.Alleged : outer == Factuality.NotHappened ? Factuality.Uncertain : outer,
            Governor.Deny => isReal || outer is Factuality.Planned or Factuality.Alleged ? Factuality.Denied : Factuality.Uncertain,
            _ => Factuality.Uncertain,
        };
    }

    /// <summary>The factuality of a clause that is said, from its own and that of the saying.</summary>
    public static Factuality Said(Governor governor, Factuality own, Factuality saying) => governor switch
    {
        Governor.Say => saying is Factuality.NotHappened or Factuality.Denied ? Factuality.Uncertain : own,
        Governor.Evidence or Governor.Allege => own is Factuality.Happened or Factuality.Ongoing or Factuality.Planned ? Factuality.Alleged : own,
        Governor.Deny => saying is Factuality.NotHappened ? Factuality.Uncertain : own is Factuality.NotHappened ? Factuality.Uncertain : Factuality.Denied,
        Governor.Threat => own is Factuality.Conditional or Factuality.NotHappened ? own : Factuality.Possible,
        Governor.Intend or Governor.Plan => own is Factuality.NotHappened or Factuality.Conditional ? own : Factuality.Planned,
        Governor.Able or Governor.Propose => own is Factuality.NotHappened or Factuality.Conditional ? own : Factuality.Possible,
        Governor.Begin => own,
        _ => Factuality.Uncertain,
    };
}
