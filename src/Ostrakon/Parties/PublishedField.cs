namespace Ostrakon.Parties;

/// <summary>A field of an entry exactly as the list publishes it. Immutable.</summary>
/// <param name="Name">The list's own column or element name ("Remarks", "COMMENTS1").</param>
/// <param name="Value">The text, unchanged but for surrounding blanks.</param>
public readonly record struct PublishedField(string Name, string Value);
