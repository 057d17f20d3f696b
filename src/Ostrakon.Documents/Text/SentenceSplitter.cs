using System.Collections.Immutable;

namespace Ostrakon.Documents.Text;

/// <summary>Cuts a text into sentences. A line feed always ends one; a point does unless it belongs to an abbreviation or a small
/// letter follows. Pure; linear in the length of the text.</summary>
public static class SentenceSplitter
{
    /// <summary>A sentence is cut after so many tokens: what is longer is a table or noise, and time must stay bounded.</summary>
    public const int Longest = 160;

    static readonly WordList Openers = WordList.Load("Text/sentence-openers.txt");

    /// <summary>The sentences, in order; every token of the text is in exactly one.</summary>
    public static ImmutableArray<Sentence> Split(string text)
    {
        var tokens = Tokenizer.Tokenize(text, 0, text.Length);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i + 1 < tokens.Count && i + 1 - first < Longest && !EndsAfter(text, tokens, first, i)) continue;
            var inside = ImmutableArray.CreateBuilder<Token>(i + 1 - first);
            for (var t = first; t <= i; t++) inside.Add(tokens[t]);
            sentences.Add(new(tokens[first].Start, tokens[i].End, inside.MoveToImmutable()));
            first = i + 1;
        }
        return sentences.ToImmutable();
    }

    static bool EndsAfter(string text, List<Token> tokens, int first, int i)
    {
        var next = tokens[i + 1];
        var gap = text.AsSpan(tokens[i].End, next.Start - tokens[i].End);
        if (gap.Contains('\n')) return true;
        // A closing quote or bracket goes with the sentence before it.
        if (IsCloser(text, tokens, i + 1, gap.IsEmpty)) return false;
        var last = i;
        while (last > first && IsCloser(text, tokens, last, true)) last--;
        var end = tokens[last].In(text);
        if (gap.IsEmpty && last == i) return false;
        if (end is "!" or "?") return !StartsSmall(text, next);
        if (end[^1] is not ('.' or '…')) return false;
        if (StartsSmall(text, next)) return false;
        if (end is "." || end[0] is '.' or '…') return true;
        // An abbreviation ends a sentence where the next word is one that would not follow it with a capital ("the U.S. The").
        return end.Length > 2 && Openers.Contains(next.In(text)) && !IsTitle(end);
    }

    /// <summary>"Gen." and the like never end a sentence; of abbreviations only those with points inside do.</summary>
    static bool IsTitle(ReadOnlySpan<char> abbreviation) => !abbreviation[..^1].Contains('.') && abbreviation is not ("etc." or "Inc." or "Ltd." or "Corp." or "Co.");

    static bool StartsSmall(string text, Token token) => char.IsLower(text[token.Start]) || text[token.Start] is ',' or ';' or ':';

    static bool IsCloser(string text, List<Token> tokens, int i, bool touches)
    {
        var c = text[tokens[i].Start];
        if (c is '”' or ')' or ']' or '»') return true;
        if (c is not ('"' or '\'' or '’') || !touches || tokens[i].Length > 1) return false;
        // A straight quote closes where nothing stands before it and white space after it.
        return i == 0 || tokens[i - 1].End == tokens[i].Start;
    }
}
