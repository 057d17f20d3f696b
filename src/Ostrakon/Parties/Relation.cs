namespace Ostrakon.Parties;

/// <summary>A link that a list states between two parties. Immutable.</summary>
/// <param name="Kind">The list's own words in short form: "linked-to", "owned-by", "operator", "family", "subsidiary-of" ...</param>
/// <param name="Name">The other party as the list names it.</param>
/// <param name="Entry">Its entry id on the same list, once resolved; null while only the name is known.</param>
public sealed record Relation(string Kind, string Name, string? Entry = null);
