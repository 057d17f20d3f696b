namespace Ostrakon.Documents.Text;

/// <summary>A sentence as a dependency tree. A word here is a token, or a name of several tokens that was given as one. Immutable after
/// <see cref="SyntaxAnalyzer"/> has built it.</summary>
public sealed class SyntaxTree
{
    readonly PartOfSpeech[] parts;
    readonly WordForm[] forms;
    readonly int[] heads;
    readonly Relation[] relations;
    readonly int[] firstChild, nextSibling;

    internal SyntaxTree(string text, Token[] words, PartOfSpeech[] parts, WordForm[] forms, int[] heads, Relation[] relations)
    {
        (Text, Words, this.parts, this.forms, this.heads, this.relations) = (text, words, parts, forms, heads, relations);
        firstChild = new int[words.Length];
        nextSibling = new int[words.Length];
        Array.Fill(firstChild, -1);
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (heads[i] < 0) continue;
            nextSibling[i] = firstChild[heads[i]];
            firstChild[heads[i]] = i;
        }
    }

    /// <summary>The text that the words are spans of.</summary>
    public string Text { get; }

    /// <summary>The words, in order.</summary>
    public IReadOnlyList<Token> Words { get; }

    /// <summary>How many words there are.</summary>
    public int Count => Words.Count;

    /// <summary>Part of speech of a word.</summary>
    public PartOfSpeech Part(int word) => parts[word];

    /// <summary>Form of a word: tense of a verb, number of a noun.</summary>
    public WordForm Form(int word) => forms[word];

    /// <summary>The head of a word; -1 for the root.</summary>
    public int Head(int word) => heads[word];

    /// <summary>Relation of a word to its head.</summary>
    public Relation Relation(int word) => relations[word];

    /// <summary>The letters of a word.</summary>
    public ReadOnlySpan<char> Word(int word) => Words[word].In(Text);

    /// <summary>Whether the word is written so; case does not count.</summary>
    public bool Is(int word, string form) => Word(word).Equals(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>The dependents of a word, in order of the text.</summary>
    public IEnumerable<int> Children(int word)
    {
        for (var child = firstChild[word]; child >= 0; child = nextSibling[child]) yield return child;
    }

    /// <summary>The first dependent with a relation; -1 where none has.</summary>
    public int Child(int word, Relation relation)
    {
        for (var child = firstChild[word]; child >= 0; child = nextSibling[child])
            if (relations[child] == relation) return child;
        return -1;
    }

    /// <summary>Whether a word is another or below it.</summary>
    public bool IsUnder(int word, int ancestor)
    {
        while (word >= 0 && word != ancestor) word = heads[word];
        return word == ancestor;
    }

    /// <summary>The first and last word of the subtree of a word, without the branches that the filter cuts off.</summary>
    public (int First, int Last) Span(int word, Func<int, bool>? keep = null)
    {
        int first = word, last = word;
        for (var child = firstChild[word]; child >= 0; child = nextSibling[child])
        {
            if (keep is not null && !keep(child)) continue;
            var (f, l) = Span(child, keep);
            (first, last) = (Math.Min(first, f), Math.Max(last, l));
        }
        return (first, last);
    }
}
