namespace Ostrakon.Documents.Text;

/// <summary>Tags and parses sentences. Keeps scratch memory from sentence to sentence: one for each thread.</summary>
public sealed class SyntaxAnalyzer
{
    readonly EnglishModel model = EnglishModel.BuiltIn;
    readonly WordShapes shapes = new();
    readonly ParserState state = new();
    byte[] tags = [];
    string text = "";
    Token[] words = [];

    /// <summary>Gives the words of a sentence their tags, the first step: <see cref="Parse"/> goes on with them.</summary>
    /// <param name="text">The text that the words are spans of.</param>
    /// <param name="words">The words; those that are names of several tokens are given as one span.</param>
    /// <param name="names">For each word, whether it is known to be a name; empty where nothing is known.</param>
    public void Tag(string text, Token[] words, ReadOnlySpan<bool> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        (this.text, this.words) = (text, words);
        if (tags.Length < words.Length) tags = new byte[Math.Max(words.Length, SentenceSplitter.Longest)];
        for (var i = 0; i < words.Length; i++) tags[i] = i < names.Length && names[i] ? model.Tagger.Tags.ProperNoun : TagSet.Unset;
        shapes.Look(text, words);
        model.Tagger.Tag(shapes, tags);
    }

    /// <summary>Part of speech of a word of the sentence that was tagged last.</summary>
    public PartOfSpeech Part(int word) => model.Tagger.Tags.PartOfSpeech(tags[word]);

    /// <summary>Form of a word of the sentence that was tagged last.</summary>
    public WordForm Form(int word) => model.Tagger.Tags.Form(tags[word]);

    /// <summary>Gives a word of the sentence that was tagged last another tag; the tree is built with it.</summary>
    /// <param name="word">The word.</param>
    /// <param name="part">Its part of speech.</param>
    /// <param name="form">Its form.</param>
    public void Retag(int word, PartOfSpeech part, WordForm form) => tags[word] = model.Tagger.Tags.Of(part, form) ?? tags[word];

    /// <summary>The tree of the sentence that was tagged last.</summary>
    public SyntaxTree Parse()
    {
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
        return new(text, words, parts, forms, heads, relations);
    }
}
