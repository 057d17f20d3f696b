using System.Collections.Immutable;

namespace Ostrakon.Documents.Text;

/// <summary>A word or mark of a text: "Russia" and "'s" are two tokens, and so are the words and the hyphen of "Russian-Iranian". Immutable.</summary>
/// <param name="Start">Where it starts in the text, UTF-16.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct Token(int Start, int End)
{
    /// <summary>Its length in UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>Its words in the text it was cut from.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}

/// <summary>A sentence: a span of the text and its tokens. Immutable.</summary>
/// <param name="Start">Where it starts in the text, UTF-16.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Tokens">Its tokens, in order; never empty, at most <see cref="SentenceSplitter.Longest"/>.</param>
public sealed record Sentence(int Start, int End, ImmutableArray<Token> Tokens);
