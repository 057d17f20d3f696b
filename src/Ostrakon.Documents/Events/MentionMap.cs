using System.Collections.Immutable;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Events;

/// <summary>Which party each span of the text names. Where mentions overlap, the longer wins, then the surer. A country or capital that
/// the mentions take for a place stands for its government here: what has a role in an event acts. Immutable.</summary>
sealed class MentionMap
{
    /// <summary>A span of the text that names a party.</summary>
    public readonly record struct Entry(int Start, int End, int Party, MentionHow How);

    readonly Entry[] entries;
    readonly Dictionary<string, string> nouns = new(StringComparer.OrdinalIgnoreCase);

    public MentionMap(ImmutableArray<DocumentParty> parties)
    {
        Given = parties.Length;
        var all = parties.ToBuilder();
        var governments = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var p = 0; p < Given; p++)
        {
            if (parties[p].Kind == PartyKind.Government) governments.TryAdd(parties[p].Name, p);
            else if (char.IsLower(parties[p].Name[parties[p].Name.LastIndexOf(' ') + 1])) nouns.TryAdd(parties[p].Name, parties[p].Id);
        }
        var mentions = new List<(Mention Mention, int Party)>();
        for (var p = 0; p < parties.Length; p++)
        {
            var acting = parties[p].Kind == PartyKind.Place && Gazetteer.Country(parties[p].Name) is { } country ? GovernmentOf(country.Party, parties[p]) : p;
            foreach (var mention in parties[p].Mentions)
                if (!mention.InTitle) mentions.Add(WithoutNoun(parties[p], mention) is { } state ? (state.Mention, GovernmentOf(state.Known, parties[p])) : (mention, acting));
        }
        Parties = all.ToImmutable();

        // A government that only places name is added.
        int GovernmentOf(KnownParty known, DocumentParty by)
        {
            if (governments.TryGetValue(known.Name, out var number)) return number;
            governments.Add(known.Name, all.Count);
            all.Add(by with { Name = known.Name, Kind = PartyKind.Government, Country = known.Country, Listings = [] });
            return all.Count - 1;
        }

        mentions.Sort((a, b) => (a.Mention.Start, -a.Mention.End, -a.Mention.Score, a.Party).CompareTo((b.Mention.Start, -b.Mention.End, -b.Mention.Score, b.Party)));
        var kept = new List<Entry>(mentions.Count);
        foreach (var (mention, party) in mentions)
            if (kept.Count == 0 || mention.Start >= kept[^1].End) kept.Add(new(mention.Start, mention.End, party, mention.How));
        entries = [.. kept];
    }

    /// <summary>The parties that were given, and behind them the governments that only places name.</summary>
    public ImmutableArray<DocumentParty> Parties { get; }

    /// <summary>How many parties were given.</summary>
    public int Given { get; }

    /// <summary>Of "Russian armed forces", "Ivory Coast rebels" the state alone, so that the noun behind it tells who is meant; null where
    /// the mention is no state with a common noun.</summary>
    static (Mention Mention, KnownParty Known)? WithoutNoun(DocumentParty party, Mention mention)
    {
        if (party.Kind is not (PartyKind.Organisation or PartyKind.Group) || !party.Listings.IsEmpty) return null;
        var text = mention.Text;
        var last = text.LastIndexOf(' ') + 1;
        if (last == 0 || !char.IsLower(text[last]) || (Nouns.Of(text.AsSpan(last)) & NounClass.Actors) == 0) return null;
        // "the", "30 former": what stands in small letters or digits before the state counts or describes.
        var first = text.StartsWith("The ", StringComparison.Ordinal) ? 4 : 0;
        while (first < last && !char.IsUpper(text[first]) && text.IndexOf(' ', first) is >= 0 and var blank) first = blank + 1;
        for (var end = last - 1; end > first; end = text.LastIndexOf(' ', end - 1))
            if (Gazetteer.Country(text.AsSpan(first, end - first)) is { Party.Kind: PartyKind.Government } known)
                return (mention with { Start = mention.Start + first, End = mention.Start + end, Text = text[first..end], How = known.As == CountryWord.Demonym ? MentionHow.Demonym : MentionHow.FullName }, known.Party);
        return null;
    }

    /// <summary>The id of the given party whose name ends in a common noun ("Ivory Coast rebels"); null for none.</summary>
    public string? Named(string name) => nouns.GetValueOrDefault(name);

    /// <summary>The mentions that begin inside a span of the text.</summary>
    public ReadOnlySpan<Entry> Inside(int start, int end)
    {
        int first = FirstAt(start), last = FirstAt(end);
        return entries.AsSpan(first, last - first);
    }

    int FirstAt(int start)
    {
        int low = 0, high = entries.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].Start < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
