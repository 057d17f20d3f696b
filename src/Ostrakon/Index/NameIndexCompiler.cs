using System.Runtime.InteropServices;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>
/// Compiles all names of all parties into the sections of the name index. Everything is numbered: forms (distinct written words, in
/// alphabetical order, so that words with the same beginning are neighbours), words (forms that belong together with their keys), names
/// (one reading of one name, in the order of the parties). The same parties give the same bytes: to read a name takes most of the time, so
/// the readings of a party that stands in the index before are taken over from there, and nobody can tell the difference.
/// </summary>
sealed class NameIndexCompiler
{
    /// <summary>The sections that only a compiler reads: by what a party's readings and a word are known again.</summary>
    public const string PartyKeys = "party.key", WordKeys = "word.key";

    /// <summary>Whether a section is one of those that readings are taken over from.</summary>
    public static bool TakesOver(string section) => section is PartyKeys or WordKeys or "form" or "form.at" or "word" or "word.forms" or "name" or "name.words" or "party.names"
        or "sound.latin" or "sound.native";

    readonly WordTable words = new();
    readonly List<NameRecord> names = [];
    readonly List<int> nameWords = [];
    readonly List<KeyValue> acronyms = [];
    readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Adds the sections.</summary>
    /// <param name="builder">Where they go.</param>
    /// <param name="parties">All parties.</param>
    /// <param name="before">A compiled file of this build with readings to take over; null = none.</param>
    /// <param name="cancel">Stops between parties.</param>
    public static void AddTo(SnapshotBuilder builder, IReadOnlyList<Party> parties, SnapshotFile? before, CancellationToken cancel)
    {
        var compiler = new NameIndexCompiler();
        var readings = before is null ? default : new ReadingsBefore(before);
        var keys = new UInt128[parties.Count];
        var firstName = new int[parties.Count + 1];
        var fingerprint = new Fingerprint();
        for (var p = 0; p < parties.Count; p++)
        {
            cancel.ThrowIfCancellationRequested();
            var sort = NameSorts.Of(parties[p].Schema);
            var latin = LatinNames.Has(parties[p]);
            keys[p] = KeyOf(parties[p], sort, latin, fingerprint);
            if (readings.Find(keys[p]) is >= 0 and var same) compiler.TakeOver(p, sort, readings, same);
            else compiler.Read(p, parties[p], sort, latin);
            firstName[p + 1] = compiler.names.Count;
        }
        if (before is not null) compiler.words.AddSounds(readings.Index, readings.Taken);
        compiler.AddTo(builder);
        builder.Add("party.names", firstName);
        builder.Add(PartyKeys, keys);
    }

    /// <summary>Of all that the readings of a party's names depend on.</summary>
    static UInt128 KeyOf(Party party, NameSort sort, bool latin, Fingerprint fingerprint)
    {
        fingerprint.Add((int)sort).Add(latin ? 1 : 0);
        foreach (var listing in party.Listings)
            foreach (var name in listing.Entry.Names) fingerprint.Add((int)name.Kind).Add(name.Text);
        return fingerprint.Take();
    }

    void Read(int party, Party from, NameSort sort, bool latin)
    {
        seen.Clear();
        ushort n = 0;
        foreach (var name in from.Names)
        {
            foreach (var reading in NameReader.Read(name.Text, sort))
            {
                var first = nameWords.Count;
                foreach (var token in reading.Tokens.AsSpan()[..Math.Min(reading.Tokens.Length, NameIndex.MostWords)]) nameWords.Add(words.Of(token, latin));
                var read = CollectionsMarshal.AsSpan(nameWords)[first..];
                if (read.IsEmpty || !seen.Add($"{(name.Kind == NameKind.WeakAlias ? "weak" : "")}{MemoryMarshal.Cast<int, char>(read)}")) nameWords.RemoveRange(first, read.Length);
                else Add(Record(party, n, first, read, name.Kind), sort);
            }
            n++;
        }
    }

    void TakeOver(int party, NameSort sort, in ReadingsBefore readings, int same)
    {
        var (start, end) = readings.Index.NamesOfParty(same);
        foreach (ref readonly var name in readings.Index.Names[start..end])
        {
            var first = nameWords.Count;
            foreach (var word in readings.Index.WordsOf(name)) nameWords.Add(readings.Take(word, words));
            Add(name with { Party = party, FirstWord = first }, sort);
        }
    }

    void Add(in NameRecord name, NameSort sort)
    {
        if (sort != NameSort.Person && Acronym(CollectionsMarshal.AsSpan(nameWords)[name.FirstWord..]) is not 0 and var acronym) acronyms.Add(new(acronym, names.Count));
        names.Add(name);
    }

    NameRecord Record(int party, ushort number, int first, ReadOnlySpan<int> name, NameKind kind)
    {
        byte nameCount = 0, initials = 0, numbers = 0, translated = 0;
        var rarity = 0d;
        foreach (var w in name)
        {
            ref readonly var word = ref words[w];
            if (word.IsTranslated) translated++;
            switch (word.Role)
            {
                case TokenRole.Initial: initials++; break;
                case TokenRole.Number: numbers++; break;
                case TokenRole.Name:
                    nameCount++;
                    rarity += word.Rarity / 255f;
                    break;
            }
        }
        return new(party, first, (float)rarity, number, (byte)name.Length, nameCount, initials, numbers, translated, kind);
    }

    /// <summary>The hash of the first letters; 0 where they are too few or too many.</summary>
    uint Acronym(ReadOnlySpan<int> name)
    {
        Span<char> letters = stackalloc char[NameIndex.MostWords];
        var count = 0;
        foreach (var word in name)
            if (words[word].Role == TokenRole.Name) letters[count++] = words.Initial(word);
        return count is >= Abbreviations.ShortestAcronym and <= Abbreviations.LongestAcronym ? Hash.Of(letters[..count]) : 0;
    }

    void AddTo(SnapshotBuilder builder)
    {
        words.AddTo(builder);
        KeyMap.Write(builder, "name.acronym", acronyms);
        var postings = new List<KeyValue>(nameWords.Count);
        for (var n = 0; n < names.Count; n++)
        {
            var read = CollectionsMarshal.AsSpan(nameWords).Slice(names[n].FirstWord, names[n].WordCount);
            for (var i = 0; i < read.Length; i++)
                if (!read[..i].Contains(read[i])) postings.Add(new((uint)read[i], n));
        }
        NumberLists.Write(builder, "word.names", words.Count, postings);
        builder.Add("name", names);
        builder.Add("name.words", nameWords);
    }

    /// <summary>The index before, and which of its words were taken over.</summary>
    readonly ref struct ReadingsBefore
    {
        readonly Dictionary<UInt128, int> parties = [];
        readonly ReadOnlySpan<UInt128> words;
        readonly int[] taken;

        public ReadingsBefore(SnapshotFile before)
        {
            Index = new(before);
            words = before.Section<UInt128>(WordKeys);
            taken = new int[words.Length];
            taken.AsSpan().Fill(-1);
            var keys = before.Section<UInt128>(PartyKeys);
            for (var p = 0; p < keys.Length; p++) parties[keys[p]] = p;
        }

        public NameIndex Index { get; }

        /// <summary>By a word's number before: its number now, or -1.</summary>
        public ReadOnlySpan<int> Taken => taken;

        /// <summary>The number of a party with the same readings; -1 where there is none.</summary>
        public int Find(UInt128 key) => parties?.GetValueOrDefault(key, -1) ?? -1;

        public int Take(int word, WordTable into)
        {
            if (taken[word] < 0) taken[word] = into.Of(words[word], Index.Words[word], Index);
            return taken[word];
        }
    }
}
