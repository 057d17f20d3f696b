using System.Collections.Frozen;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>A kind of event. Immutable.</summary>
/// <param name="Name">"transfer".</param>
/// <param name="Plover">The PLOVER type it maps to; null where there is none.</param>
/// <param name="IsState">Holds or does not hold (own, control, act-for): its present is ongoing.</param>
/// <param name="IsMutual">The sides are equal.</param>
/// <param name="IsSpeech">Saying it does it: its present has happened.</param>
/// <param name="IsForce">A standing measure: in force where nothing else is said.</param>
/// <param name="IsOther">A deed outside the kinds of the brief, which has a PLOVER type only.</param>
sealed record EventKind(string Name, string? Plover, bool IsState, bool IsMutual, bool IsSpeech, bool IsForce, bool IsOther);

/// <summary>The kinds of kinds.tsv. Immutable.</summary>
static class Kinds
{
    static readonly FrozenDictionary<string, EventKind> All = Resources.Lines("Events/kinds.tsv").Select(line => line.Split('\t')).ToFrozenDictionary(
        c => c[0], c => new EventKind(c[0], c[1] == "-" ? null : c[1], Has(c, "state"), Has(c, "mutual"), Has(c, "speech"), Has(c, "force"), Has(c, "other")), StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static EventKind Get(string name) => All.TryGetValue(name, out var kind) ? kind : throw new InvalidDataException($"unknown kind {name}");

    static bool Has(string[] columns, string mark) => columns.Length > 2 && columns[2].Contains(mark, StringComparison.Ordinal);
}
