namespace Ostrakon.Names;

/// <summary>
/// What words and phrases mean in names, keyed by their folded form in their own script (words of a phrase joined by one blank).
/// One lexicon per script, read when the first word of the script turns up. Immutable once read.
/// </summary>
sealed class Lexicon
{
    /// <summary>The most words a phrase has.</summary>
    public const int LongestPhrase = 8;

    // Where two tables know the same word for the same kind of name, the earlier one counts.
    static readonly (string Table, TokenRole Role)[] Tables =
    [
        ("legal-forms", TokenRole.LegalForm), ("numbers", TokenRole.Number), ("particles", TokenRole.Particle), ("titles", TokenRole.Title),
        ("company-words", TokenRole.Name), ("given-names", TokenRole.Name),
    ];

    static readonly Lexicon?[] ByScript = new Lexicon?[Enum.GetValues<Script>().Length];

    readonly Dictionary<string, Entry> _entries = [];
    readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    Lexicon() => _bySpan = _entries.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly Lazy<HashSet<string>> CompanyWords = new(() => [.. TableFile.Rows("company-words").Select(r => r[0])]);

    /// <summary>Whether a class is one of words that lists translate (bank, ministry, factory) rather than of given names.</summary>
    public static bool IsTranslated(string group) => CompanyWords.Value.Contains(group);

    /// <summary>Letters of the longest word or phrase.</summary>
    public int Longest { get; private set; }

    /// <summary>What a word or phrase means in a kind of name; null where it is a plain name. <paramref name="longer"/>: a phrase goes on from here.</summary>
    public Meaning? Find(ReadOnlySpan<char> words, NameSort sort, out bool longer)
    {
        if (words.Length > Longest || !_bySpan.TryGetValue(words, out var entry))
        {
            longer = false;
            return null;
        }
        longer = entry.Longer;
        return sort switch
        {
            NameSort.Person => entry.InPersons,
            NameSort.Any => entry.Anywhere,
            NameSort.Vessel => entry.InVessels ?? entry.InOrganisations,
            _ => entry.InOrganisations,
        };
    }

    /// <summary>The legal form that a word is but for one typing error ("Aktiengeselschaft"); null where it is none.</summary>
    public static Meaning? LegalFormLike(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestMistyped) return null;
        foreach (var (form, meaning) in LongLegalForms.Value)
            if (form[0] == word[0] && IsOneError(form, word)) return meaning;
        return null;
    }

    const int ShortestMistyped = 8;

    static readonly Lazy<(string Form, Meaning Meaning)[]> LongLegalForms = new(() => [.. For(Script.Latin)._entries
        .Where(e => e.Key.Length >= ShortestMistyped && !e.Key.Contains(' ') && e.Value.InOrganisations?.Role == TokenRole.LegalForm)
        .Select(e => (e.Key, e.Value.InOrganisations!)).OrderBy(e => e.Key, StringComparer.Ordinal)]);

    /// <summary>Whether one letter is wrong, missing or too many, or two neighbours are exchanged.</summary>
    static bool IsOneError(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        var start = one.CommonPrefixLength(other);
        one = one[start..];
        other = other[start..];
        for (; !one.IsEmpty && !other.IsEmpty && one[^1] == other[^1]; one = one[..^1]) other = other[..^1];
        return one.Length <= 1 && other.Length <= 1 || one is [var a, var b] && other is [var c, var d] && a == d && b == c;
    }

    /// <summary>The words written in a script.</summary>
    public static Lexicon For(Script script) => Volatile.Read(ref ByScript[(int)script]) ?? Load(script);

    static Lexicon Load(Script script)
    {
        var lexicon = new Lexicon();
        foreach (var (table, role) in Tables)
            foreach (var line in TableFile.Lines(table))
                lexicon.Read(line, role, script);
        Volatile.Write(ref ByScript[(int)script], lexicon);
        return lexicon;
    }

    // class TAB kinds of name (p person, o organisation or vessel, a unknown, v vessel only; empty = all; then letters of Place) TAB form TAB form ...
    void Read(ReadOnlySpan<char> line, TokenRole role, Script script)
    {
        Meaning? meaning = null;
        string? kinds = null;
        ReadOnlySpan<char> group = default;
        var cell = 0;
        foreach (var range in line.Split('\t'))
        {
            var text = line[range];
            if (cell == 0) group = text;
            else if (cell == 1) kinds = text.IsEmpty ? "poa" : text.ToString();
            else if (text.Length > 0 && (text[0] < 0x80 ? Script.Latin : Scripts.Of(text[0])) == script)
            {
                meaning ??= new Meaning(role, group.IsEmpty || group is "-" ? null : group.ToString(), PlaceOf(kinds!, role));
                Add(script == Script.Latin ? text.ToString() : Folding.Fold(text.ToString()), meaning, kinds!);
            }
            cell++;
        }
    }

    void Add(string words, Meaning meaning, string kinds)
    {
        ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_entries, words, out _);
        if (kinds.Contains('p')) entry.InPersons ??= meaning;
        if (kinds.Contains('o')) entry.InOrganisations ??= meaning;
        if (kinds.Contains('v')) entry.InVessels ??= meaning;
        if (kinds.Contains('a')) entry.Anywhere ??= meaning;
        Longest = Math.Max(Longest, words.Length);
        for (var blank = words.IndexOf(' '); blank > 0; blank = words.IndexOf(' ', blank + 1))
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_entries, words[..blank], out _).Longer = true;
    }

    static Place PlaceOf(string kinds, TokenRole role) =>
        kinds.Contains('f') ? Place.FirstOfThree
        : kinds.Contains('l') ? Place.Last
        : kinds.Contains('s') ? Place.BeforeItsLastLetter
        : kinds.Contains('n') ? Place.NotFirstOfThree
        : kinds.Contains('m') ? Place.Middle
        : role == TokenRole.Title && !kinds.Contains('w') ? Place.NotLast : Place.Anywhere;

    /// <summary>The role of a word, the class it belongs to, and where in a name it means that.</summary>
    public sealed record Meaning(TokenRole Role, string? Class, Place Place);

    /// <summary>Where in a name a word has its meaning; elsewhere it is a plain name.</summary>
    public enum Place : byte
    {
        Anywhere,
        NotLast,
        FirstOfThree,
        NotFirstOfThree,
        Middle,
        Last,
        /// <summary>Arabic articles that take on the first letter of the next word: ar-Rahman, ash-Sharif.</summary>
        BeforeItsLastLetter,
    }

    struct Entry
    {
        public Meaning? InPersons, InOrganisations, InVessels, Anywhere;
        public bool Longer;
    }
}
