using System.Collections.Immutable;

namespace Ostrakon.Documents.Text;

/// <summary>A word or mark of a text. Immutable.</summary>
/// <param name="Start">Where it starts in the text, UTF-16.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct Token(int Start, int End);

/// <summary>A sentence: a span of the text and its tokens. Immutable.</summary>
/// <param name="Start">Where it starts in the text, UTF-16.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Tokens">Its tokens, in order.</param>
public sealed record Sentence(int Start, int End, ImmutableArray<Token> Tokens);
