using System.Runtime.InteropServices;
using Ostrakon.Names;

namespace Ostrakon.Index;

/// <summary>
/// The distinct words of the index while it is compiled, numbered as they come: read from a name, or taken over from the index before.
/// For one thread.
/// </summary>
sealed class WordTable
{
    readonly Fingerprint fingerprint = new();
    readonly Dictionary<UInt128, int> numbers = [];
    readonly List<UInt128> keys = [];
    readonly List<WordRecord> words = [];
    readonly List<int> wordForms = [];
    readonly Dictionary<byte[], int> forms = new(ByteOrder.Instance);
    readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> formsBySpan;
    readonly List<byte[]> formTexts = [];
    readonly List<KeyValue> latinSounds = [], nativeSounds = [];

    public WordTable() => formsBySpan = forms.GetAlternateLookup<ReadOnlySpan<byte>>();

    public int Count => words.Count;

    public ref readonly WordRecord this[int word] => ref CollectionsMarshal.AsSpan(words)[word];

    /// <summary>The first letter of the usual form.</summary>
    public char Initial(int word) => (char)formTexts[wordForms[words[word].FirstForm]][0];

    /// <summary>The number of a word of a name, with its keys where it is new.</summary>
    public int Of(NameToken token, bool inLatin)
    {
        var key = KeyOf(token, inLatin);
        if (numbers.TryGetValue(key, out var number)) return number;
        var word = new Word(token, inLatin);
        var record = new WordRecord(wordForms.Count, (byte)word.Forms.Length, word.Role, word.SkeletonLength, word.Rarity, word.Skeleton, word.Class, word.Script, word.IsTranslated);
        foreach (var form in word.Forms) AddForm(form);
        number = Add(key, record);
        foreach (var sound in word.Sounds) (word.Script.IsRomanised() ? nativeSounds : latinSounds).Add(new(sound, number));
        return number;
    }

    /// <summary>The number of a word of the index before; its sounds come with <see cref="AddSounds"/>.</summary>
    public int Of(UInt128 key, in WordRecord record, in NameIndex before)
    {
        if (numbers.TryGetValue(key, out var number)) return number;
        var here = record with { FirstForm = wordForms.Count };
        foreach (var form in before.FormsOf(record)) AddForm(before.Form(form));
        return Add(key, here);
    }

    /// <summary>Adds the sounds of words that were taken over.</summary>
    /// <param name="before">The index before.</param>
    /// <param name="taken">The numbers here of its words; -1 for those that were not taken over.</param>
    public void AddSounds(in NameIndex before, ReadOnlySpan<int> taken)
    {
        foreach (var pair in before.LatinSounds.All)
            if (taken[pair.Value] >= 0) latinSounds.Add(pair with { Value = taken[pair.Value] });
        foreach (var pair in before.NativeSounds.All)
            if (taken[pair.Value] >= 0) nativeSounds.Add(pair with { Value = taken[pair.Value] });
    }

    public void AddTo(SnapshotBuilder builder)
    {
        AddForms(builder);
        builder.Add("word", words);
        builder.Add("word.forms", wordForms);
        builder.Add(NameIndexCompiler.WordKeys, keys);
        KeyMap.Write(builder, "word.skeleton", KeysOf(static w => w.Skeleton));
        KeyMap.Write(builder, "word.class", KeysOf(static w => w.Class));
        KeyMap.Write(builder, "sound.latin", latinSounds);
        KeyMap.Write(builder, "sound.native", nativeSounds);
    }

    /// <summary>Of all that a word is made of, see <see cref="Word"/>.</summary>
    UInt128 KeyOf(NameToken token, bool inLatin)
    {
        fingerprint.Add((int)token.Role).Add((int)token.Script).Add(inLatin && token.Script.IsRomanised() ? 1 : 0)
            .Add(token.Text).Add(token.Skeleton).Add(token.Class is null ? 0 : 1).Add(token.Class).Add(token.Variants.Length);
        foreach (var variant in token.Variants) fingerprint.Add(variant);
        return fingerprint.Take();
    }

    void AddForm(ReadOnlySpan<byte> text)
    {
        if (!formsBySpan.TryGetValue(text, out var form))
        {
            form = formTexts.Count;
            formTexts.Add(text.ToArray());
            forms.Add(formTexts[form], form);
        }
        wordForms.Add(form);
    }

    int Add(UInt128 key, in WordRecord record)
    {
        var number = words.Count;
        numbers.Add(key, number);
        keys.Add(key);
        words.Add(record);
        return number;
    }

    List<KeyValue> KeysOf(Func<WordRecord, uint> key)
    {
        var pairs = new List<KeyValue>();
        for (var w = 0; w < words.Count; w++)
            if (key(words[w]) is not 0 and var value) pairs.Add(new(value, w));
        return pairs;
    }

    /// <summary>Numbers the forms by the alphabet and adds them with all ways to them.</summary>
    void AddForms(SnapshotBuilder builder)
    {
        var sorted = formTexts.ToArray();
        var order = new int[sorted.Length];   // by place: the number until now
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(sorted, order, ByteOrder.Instance);
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        foreach (ref var form in CollectionsMarshal.AsSpan(wordForms)) form = place[form];

        var at = new int[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) at[i + 1] = at[i] + sorted[i].Length;
        var text = new byte[at[^1]];
        var near = new List<KeyValue>(sorted.Sum(static form => DeletionKeys.Count(form.Length)));
        var exact = new List<KeyValue>(sorted.Length);
        Span<uint> keys = stackalloc uint[DeletionKeys.Most];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i].CopyTo(text, at[i]);
            exact.Add(new(Hash.Of(sorted[i].AsSpan()), i));
            foreach (var key in keys[..DeletionKeys.Of(sorted[i], keys)]) near.Add(new(key, i));
        }
        builder.Add("form.at", at);
        builder.Add("form", text);
        KeyMap.Write(builder, "form.near", near);
        KeyMap.Write(builder, "form.exact", exact);

        var holders = new List<KeyValue>(wordForms.Count);
        for (var w = 0; w < words.Count; w++)
            for (var i = 0; i < words[w].FormCount; i++) holders.Add(new((uint)wordForms[words[w].FirstForm + i], w));
        NumberLists.Write(builder, "form.words", sorted.Length, holders);
    }

    sealed class ByteOrder : IComparer<byte[]>, IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly ByteOrder Instance = new();
        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);
        public bool Equals(ReadOnlySpan<byte> x, byte[] y) => x.SequenceEqual(y);
        public int GetHashCode(byte[] form) => (int)Hash.Of(form.AsSpan());
        public int GetHashCode(ReadOnlySpan<byte> form) => (int)Hash.Of(form);
        public byte[] Create(ReadOnlySpan<byte> form) => form.ToArray();
    }
}
