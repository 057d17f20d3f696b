using System.Runtime.InteropServices;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>
/// Compiles all names of all parties into the sections of the name index. Everything is numbered: forms (distinct written words, in
/// alphabetical order, so that words with the same beginning are neighbours), words (forms that belong together with their keys), names
/// (one reading of one name, in the order of the parties). The same parties give the same bytes.
/// </summary>
static class NameIndexCompiler
{
    public static void AddTo(SnapshotBuilder builder, IReadOnlyList<Party> parties, CancellationToken cancel)
    {
        var words = new List<Word>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<NameRecord>();
        var nameWords = new List<int>();
        var firstName = new int[parties.Count + 1];

        var acronyms = new List<KeyValue>();

        for (var p = 0; p < parties.Count; p++)
        {
            cancel.ThrowIfCancellationRequested();
            var sort = NameSorts.Of(parties[p].Schema);
            var latin = LatinNames.Has(parties[p]);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            ushort n = 0;
            foreach (var name in parties[p].Names)
            {
                foreach (var reading in NameReader.Read(name.Text, sort))
                {
                    var first = nameWords.Count;
                    foreach (var token in reading.Tokens.Take(NameIndex.MostWords))
                    {
                        var key = Word.KeyOf(token, latin);
                        if (!numbers.TryGetValue(key, out var word))
                        {
                            numbers[key] = word = words.Count;
                            words.Add(new Word(token, latin));
                        }
                        nameWords.Add(word);
                    }
                    var count = nameWords.Count - first;
                    var sameWords = string.Join(' ', nameWords.Skip(first)) + (name.Kind == NameKind.WeakAlias ? " weak" : "");
                    if (count == 0 || !seen.Add(sameWords))
                    {
                        nameWords.RemoveRange(first, count);
                        continue;
                    }
                    var tokens = reading.Tokens.AsSpan()[..count];
                    if (sort != NameSort.Person && Acronym(tokens) is { Length: > 0 } acronym) acronyms.Add(new(Hash.Of(acronym), names.Count));
                    names.Add(Record(p, n, first, nameWords.Slice(first, count), words, name.Kind));
                }
                n++;
            }
            firstName[p + 1] = names.Count;
        }

        WriteForms(builder, words);
        WriteKeys(builder, words);
        KeyMap.Write(builder, "name.acronym", acronyms);
        WritePostings(builder, words.Count, names, nameWords);
        builder.Add<NameRecord>("name", CollectionsMarshal.AsSpan(names));
        builder.Add<int>("name.words", CollectionsMarshal.AsSpan(nameWords));
        builder.Add<int>("party.names", firstName);
    }

    static NameRecord Record(int party, ushort number, int first, List<int> name, List<Word> words, NameKind kind)
    {
        byte Count(TokenRole role) => (byte)name.Count(w => words[w].Role == role);
        var rarity = name.Where(w => words[w].Role == TokenRole.Name).Sum(w => words[w].Rarity / 255f);
        return new(party, first, rarity, number, (byte)name.Count, Count(TokenRole.Name), Count(TokenRole.Initial), Count(TokenRole.Number),
            (byte)name.Count(w => words[w].IsTranslated), kind);
    }

    static string Acronym(ReadOnlySpan<NameToken> tokens)
    {
        var letters = "";
        foreach (var token in tokens)
            if (token.Role == TokenRole.Name) letters += token.Text[0];
        return letters.Length is >= Abbreviations.ShortestAcronym and <= Abbreviations.LongestAcronym ? letters : "";
    }

    static void WriteForms(SnapshotBuilder builder, List<Word> words)
    {
        var forms = words.SelectMany(w => w.Forms).Distinct(ByteOrder.Instance).ToList();
        forms.Sort(ByteOrder.Instance);
        var numbers = forms.Select((f, i) => (f, i)).ToDictionary(p => p.f, p => p.i, ByteOrder.Instance);

        var at = new int[forms.Count + 1];
        var keys = new List<KeyValue>(forms.Count * 20);
        Span<uint> near = stackalloc uint[DeletionKeys.Most];
        for (var i = 0; i < forms.Count; i++)
        {
            at[i + 1] = at[i] + forms[i].Length;
            var n = DeletionKeys.Of(forms[i], near);
            foreach (var key in near[..n]) keys.Add(new(key, i));
        }
        builder.Add<int>("form.at", at);
        builder.Add<byte>("form", forms.SelectMany(f => f).ToArray());
        KeyMap.Write(builder, "form.near", keys);
        KeyMap.Write(builder, "form.exact", [.. forms.Select((f, i) => new KeyValue(Hash.Of(f), i))]);

        var records = new WordRecord[words.Count];
        var wordForms = new List<int>();
        var holders = new List<int>[forms.Count];
        for (var w = 0; w < records.Length; w++)
        {
            var word = words[w];
            records[w] = new(wordForms.Count, (byte)word.Forms.Length, word.Role, word.SkeletonLength, word.Rarity, word.Skeleton, word.Class, word.Script, word.IsTranslated);
            foreach (var form in word.Forms)
            {
                wordForms.Add(numbers[form]);
                (holders[numbers[form]] ??= []).Add(w);
            }
        }
        builder.Add<WordRecord>("word", records);
        builder.Add<int>("word.forms", CollectionsMarshal.AsSpan(wordForms));
        WriteLists(builder, "form.words", holders);
    }

    static void WriteKeys(SnapshotBuilder builder, List<Word> words)
    {
        var skeletons = new List<KeyValue>();
        var classes = new List<KeyValue>();
        List<KeyValue> latin = [], native = [];
        for (var w = 0; w < words.Count; w++)
        {
            if (words[w].Skeleton != 0) skeletons.Add(new(words[w].Skeleton, w));
            foreach (var key in words[w].Sounds) (words[w].Script.IsRomanised() ? native : latin).Add(new(key, w));
            if (words[w].Class != 0) classes.Add(new(words[w].Class, w));
        }
        KeyMap.Write(builder, "word.skeleton", skeletons);
        KeyMap.Write(builder, "word.class", classes);
        KeyMap.Write(builder, "sound.latin", latin);
        KeyMap.Write(builder, "sound.native", native);
    }

    static void WritePostings(SnapshotBuilder builder, int wordCount, List<NameRecord> names, List<int> nameWords)
    {
        var postings = new List<int>[wordCount];
        for (var n = 0; n < names.Count; n++)
            foreach (var word in nameWords.Slice(names[n].FirstWord, names[n].WordCount).Distinct())
                (postings[word] ??= []).Add(n);
        WriteLists(builder, "word.names", postings);
    }

    /// <summary>Lists of numbers one behind the other, and where each begins.</summary>
    static void WriteLists(SnapshotBuilder builder, string name, List<int>[] lists)
    {
        var at = new int[lists.Length + 1];
        for (var i = 0; i < lists.Length; i++) at[i + 1] = at[i] + lists[i].Count;
        builder.Add<int>(name + ".at", at);
        builder.Add<int>(name, lists.SelectMany(l => l).ToArray());
    }

    sealed class ByteOrder : IComparer<byte[]>, IEqualityComparer<byte[]>
    {
        public static readonly ByteOrder Instance = new();
        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);
        public int GetHashCode(byte[] form) => (int)Hash.Of(form);
    }
}
