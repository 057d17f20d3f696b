namespace Ostrakon.Index;

/// <summary>
/// The name index of a snapshot, read in place from the mapped file: forms, words and names are numbers, everything else is a span.
/// Made anew for each question; costs some look-ups of sections and no memory.
/// </summary>
readonly ref struct NameIndex
{
    /// <summary>Words of a name that are compared; what follows is left out, so that a hostile name costs no more than a long one.</summary>
    public const int MostWords = 32;

    readonly ReadOnlySpan<int> formAt, wordForms, formWordsAt, formWords, wordNamesAt, wordNames, nameWords, partyNames;
    readonly ReadOnlySpan<byte> forms;
    readonly KeyMap exact;

    public NameIndex(SnapshotFile file)
    {
        formAt = file.Section<int>("form.at");
        forms = file.Section("form");
        exact = new KeyMap(file, "form.exact");
        Near = new KeyMap(file, "form.near");
        Words = file.Section<WordRecord>("word");
        wordForms = file.Section<int>("word.forms");
        formWordsAt = file.Section<int>("form.words.at");
        formWords = file.Section<int>("form.words");
        Skeletons = new KeyMap(file, "word.skeleton");
        LatinSounds = new KeyMap(file, "sound.latin");
        NativeSounds = new KeyMap(file, "sound.native");
        Classes = new KeyMap(file, "word.class");
        Acronyms = new KeyMap(file, "name.acronym");
        wordNamesAt = file.Section<int>("word.names.at");
        wordNames = file.Section<int>("word.names");
        Names = file.Section<NameRecord>("name");
        nameWords = file.Section<int>("name.words");
        partyNames = file.Section<int>("party.names");
    }

    public int FormCount => Math.Max(formAt.Length - 1, 0);

    /// <summary>Deletion keys to forms.</summary>
    public KeyMap Near { get; }

    /// <summary>Phonetic keys to words.</summary>
    public KeyMap Skeletons { get; }

    /// <summary>Sound keys to the words that were written in Latin.</summary>
    public KeyMap LatinSounds { get; }

    /// <summary>Sound keys to the words that were romanised.</summary>
    public KeyMap NativeSounds { get; }

    /// <summary>Equivalence classes to words.</summary>
    public KeyMap Classes { get; }

    /// <summary>First letters of names to those names.</summary>
    public KeyMap Acronyms { get; }

    public ReadOnlySpan<WordRecord> Words { get; }

    /// <summary>All readings of all names, in the order of the parties.</summary>
    public ReadOnlySpan<NameRecord> Names { get; }

    public ReadOnlySpan<byte> Form(int form) => forms[formAt[form]..formAt[form + 1]];

    /// <summary>The forms of a word, the usual one first.</summary>
    public ReadOnlySpan<int> FormsOf(in WordRecord word) => wordForms.Slice(word.FirstForm, word.FormCount);

    /// <summary>The words that are written so.</summary>
    public ReadOnlySpan<int> WordsOfForm(int form) => formWords[formWordsAt[form]..formWordsAt[form + 1]];

    /// <summary>The names that hold a word, ascending.</summary>
    public ReadOnlySpan<int> NamesOf(int word) => wordNames[wordNamesAt[word]..wordNamesAt[word + 1]];

    /// <summary>The words of a name in written order.</summary>
    public ReadOnlySpan<int> WordsOf(in NameRecord name) => nameWords.Slice(name.FirstWord, name.WordCount);

    /// <summary>The names of a party: the numbers from Start up to End.</summary>
    public (int Start, int End) NamesOfParty(int party) => (partyNames[party], partyNames[party + 1]);

    /// <summary>The number of the first form that does not stand before this text; forms that begin with it follow.</summary>
    public int FirstFormFrom(ReadOnlySpan<byte> text)
    {
        int low = 0, high = FormCount;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Form(middle).SequenceCompareTo(text) < 0) low = middle + 1; else high = middle;
        }
        return low;
    }

    /// <summary>The number of a form; -1 where no name is written so.</summary>
    public int FindForm(ReadOnlySpan<byte> text)
    {
        foreach (var pair in exact.Find(Hash.Of(text)))
            if (Form(pair.Value).SequenceEqual(text)) return pair.Value;
        return -1;
    }
}
