namespace Ostrakon.Parties;

/// <summary>One written form of a party's name. Immutable.</summary>
/// <param name="Text">The name in reading order ("Vladimir Vladimirovich Putin"), never empty.</param>
/// <param name="Kind">What the list says this form is.</param>
/// <param name="Family">The family name, where the list marks it; it stands somewhere in <paramref name="Text"/>.</param>
/// <param name="Published">The form exactly as published, where it differs from <paramref name="Text"/> ("PUTIN, Vladimir Vladimirovich").</param>
public sealed record PartyName(string Text, NameKind Kind, string? Family = null, string? Published = null);
