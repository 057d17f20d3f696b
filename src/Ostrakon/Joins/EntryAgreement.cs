using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Matching;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Joins;

/// <summary>Whether two entries can be the same party: names, kind, birth dates, hull numbers. Safe for any number of threads.</summary>
sealed class EntryAgreement(ListedEntries entries)
{
    /// <summary>From which score on names agree: the score that raises an alert.</summary>
    public const float Enough = (float)ScreeningOptions.AlertThreshold;

    /// <summary>Fewer letters in equal words prove nothing.</summary>
    const int FewestLetters = 3;

    /// <summary>Some entries have hundreds of names; the first ones are the best.</summary>
    const int MostNames = 40;

    readonly ConcurrentDictionary<int, ReadName[]> names = new();

    /// <summary>
    /// The first pair of names that agrees, or else the best. A pair needs a word that is written equally in the same script: a likeness
    /// alone, across scripts or spellings, is for a person to judge.
    /// </summary>
    public (float Score, string A, string B) Names(int a, int b)
    {
        var best = (Score: 0f, A: "", B: "");
        foreach (var one in NamesOf(a))
            foreach (var reading in one.Readings)
                foreach (var other in NamesOf(b))
                    foreach (var otherReading in other.Readings)
                    {
                        if (!ShareWord(reading.Tokens, otherReading.Tokens)) continue;
                        var score = new NamePair(reading.Weighed, otherReading.Weighed, Weights.Current).Agreement.Score;
                        if (score > best.Score) best = (score, one.Text, other.Text);
                        if (score >= Enough) return best;
                    }
        return best;
    }

    /// <summary>What speaks against the same party; null where nothing does.</summary>
    public string? Contradiction(int a, int b)
    {
        var (one, other) = (entries[a], entries[b]);
        if (FactAgreement.SchemaOf(SchemaGroups.Of(one.Schema), SchemaGroups.Of(other.Schema)) == FactState.Contradicts)
            return $"one is a {one.Schema}, the other a {other.Schema}";
        var (births, others) = (Births(one), Births(other));
        if (births.Count > 0 && others.Count > 0 && births.TrueForAll(x => others.TrueForAll(y => FactAgreement.Relate(x, y) == DateRelation.OtherYear)))
            return "the birth years differ";
        var (hulls, otherHulls) = (Hulls(one), Hulls(other));
        if (hulls.Count > 0 && otherHulls.Count > 0 && !hulls.Exists(otherHulls.Contains)) return "the IMO numbers differ";
        return null;
    }

    ReadName[] NamesOf(int number) => names.GetOrAdd(number, n =>
        [.. entries[n].Names.Where(static name => name.Kind != NameKind.WeakAlias).Take(MostNames).Select(name => new ReadName(name.Text, NameSorts.Of(entries[n].Schema)))]);

    static bool ShareWord(ImmutableArray<NameToken> one, ImmutableArray<NameToken> other)
    {
        var letters = 0;
        foreach (var word in one)
            if (word.Role == TokenRole.Name && Holds(other, word)) letters += word.Text.Length;
        return letters >= FewestLetters;
    }

    static bool Holds(ImmutableArray<NameToken> tokens, NameToken word)
    {
        foreach (var token in tokens)
            if (token.Role == TokenRole.Name && token.Script == word.Script && token.Text == word.Text) return true;
        return false;
    }

    static List<PartialDate> Births(Entry entry)
    {
        var births = new List<PartialDate>();
        foreach (var fact in entry.Facts)
            if (fact.Property == "birthDate" && PartialDate.TryParse(fact.Value, out var date) && date != default) births.Add(date);
        return births;
    }

    static List<string> Hulls(Entry entry)
    {
        var hulls = new List<string>();
        foreach (var fact in entry.Facts)
            if (fact.Property == "imoNumber" && Identifiers.Normalise(fact.Value) is var hull && Identifiers.IsImo(hull)) hulls.Add(hull);
        return hulls;
    }

    /// <summary>A name, read when it is asked for: the first ones decide nearly always. Two threads may read it both, and read the same.</summary>
    sealed class ReadName(string text, NameSort sort)
    {
        public string Text => text;

        public Reading[] Readings => field ??= [.. NameReader.Read(text, sort).Where(static r => !r.Tokens.IsEmpty).Select(r => new Reading(r, sort))];
    }

    /// <summary>A reading of a name, weighed when it is compared: few are, and those again with the entries of other lists.</summary>
    sealed class Reading(NameReading reading, NameSort sort)
    {
        public ImmutableArray<NameToken> Tokens => reading.Tokens;

        public QueryReading Weighed => field ??= QueryReading.Of(reading, sort, Weights.Current);
    }
}
