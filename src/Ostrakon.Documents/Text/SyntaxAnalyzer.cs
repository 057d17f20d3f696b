namespace Ostrakon.Documents.Text;

/// <summary>Tags and parses sentences. Keeps scratch memory from sentence to sentence: one for each thread.</summary>
public sealed class SyntaxAnalyzer
{
    readonly EnglishModel model = EnglishModel.BuiltIn;
    readonly WordShapes shapes = new();
    readonly ParserState state = new();
    byte[] tags = [];

    /// <summary>The tree of a sentence.</summary>
    /// <param name="text">The text that the words are spans of.</param>
    /// <param name="words">The words; those that are names of several tokens are given as one span.</param>
    /// <param name="names">For each word, whether it is known to be a name; empty where nothing is known.</param>
    public SyntaxTree Analyze(string text, ReadOnlySpan<Token> words, ReadOnlySpan<bool> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (tags.Length < words.Length) tags = new byte[Math.Max(words.Length, SentenceSplitter.Longest)];
        for (var i = 0; i < words.Length; i++) tags[i] = i < names.Length && names[i] ? model.Tagger.Tags.ProperNoun : TagSet.Unset;
        shapes.Look(text, words);
        model.Tagger.Tag(shapes, tags);
        state.Begin(shapes, tags);
        model.Parser.Parse(state);

        var count = words.Length;
        var (parts, forms) = (new PartOfSpeech[count], new WordForm[count]);
        var (heads, relations) = (new int[count], new Relation[count]);
        for (var i = 0; i < count; i++)
        {
            (parts[i], forms[i]) = (model.Tagger.Tags.PartOfSpeech(tags[i]), model.Tagger.Tags.Form(tags[i]));
            (heads[i], relations[i]) = (state.Heads[i] == count ? -1 : state.Heads[i], state.Relations[i]);
        }
        return new(text, words.ToArray(), parts, forms, heads, relations);
    }
}
