using System.Runtime.InteropServices;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>A distinct word of the indexed names.</summary>
/// <param name="FirstForm">Where its written forms begin in the section <c>word.forms</c>; the first is the usual one.</param>
/// <param name="FormCount">How many there are, at least 1.</param>
/// <param name="Role">What the word is in a name.</param>
/// <param name="SkeletonLength">Letters of the phonetic key; 0 where it has none.</param>
/// <param name="Rarity">How much the word proves, 0 to 255.</param>
/// <param name="Skeleton">Hash of the phonetic key; 0 where it has none.</param>
/// <param name="Class">Hash of the equivalence class; 0 where it has none.</param>
/// <param name="Script">The script it was written in.</param>
/// <param name="IsTranslated">Whether lists translate it (bank, ministry, factory).</param>
/// <param name="Spare">0: a record in a file has no bytes that nobody sets.</param>
[StructLayout(LayoutKind.Sequential)]
readonly record struct WordRecord(int FirstForm, byte FormCount, TokenRole Role, byte SkeletonLength, byte Rarity, uint Skeleton, uint Class, Script Script, bool IsTranslated, ushort Spare = 0);

/// <summary>One reading of one name of a party.</summary>
/// <param name="Party">The party's number.</param>
/// <param name="FirstWord">Where its words begin in the section <c>name.words</c>.</param>
/// <param name="Rarity">The rarities of its name words together, 0..1 each.</param>
/// <param name="Name">Which of <see cref="Party.Names"/> it is, from 0.</param>
/// <param name="WordCount">How many words there are, at least 1.</param>
/// <param name="NameWords">How many of them are name words.</param>
/// <param name="Initials">How many are initials.</param>
/// <param name="Numbers">How many are numbers.</param>
/// <param name="TranslatedWords">How many are words that lists translate.</param>
/// <param name="Kind">What the list says this name is.</param>
[StructLayout(LayoutKind.Sequential)]
readonly record struct NameRecord(int Party, int FirstWord, float Rarity, ushort Name, byte WordCount, byte NameWords, byte Initials, byte Numbers, byte TranslatedWords, NameKind Kind);
