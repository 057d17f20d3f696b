using System.Collections.Immutable;

namespace Ostrakon.Parties;

/// <summary>Why entries of different lists are one party. Immutable.</summary>
/// <param name="Entries">The entries, each as <see cref="Party.IdOf"/> names it.</param>
/// <param name="Reason">A sentence without a full stop.</param>
public sealed record Join(ImmutableArray<string> Entries, string Reason);

/// <summary>An entry that may be the same party, which only a person can say. Immutable.</summary>
/// <param name="Entry">The other entry, as <see cref="Party.IdOf"/> names it.</param>
/// <param name="Caption">Its primary name.</param>
/// <param name="Reason">What speaks for it, and what was missing; without a full stop.</param>
public sealed record JoinSuggestion(string Entry, string Caption, string Reason);
