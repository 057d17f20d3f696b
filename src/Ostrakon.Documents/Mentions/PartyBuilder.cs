using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>
/// Brings the names of a document together as parties: the same words name the same party; a family name, an office or initials
/// alone stand for the one whose full name the document gives; a capital or a people stands for its government. For one document.
/// </summary>
sealed class PartyBuilder
{
    // So many persons of one name word are kept apart; a longer list of names gains nothing from more.
    const int MostNamesakes = 8;

    readonly List<PartyDraft> parties = [];
    readonly Dictionary<ulong, PartyDraft> byName = [];
    readonly Dictionary<KnownParty, PartyDraft> byKnown = [];
    readonly Dictionary<ulong, List<PartyDraft>> byWord = [];
    readonly Dictionary<ulong, PartyDraft> byFamily = [];
    readonly Dictionary<ulong, PartyDraft> byOffice = [];
    readonly Dictionary<ulong, PartyDraft> byInitials = [];

    public static List<PartyDraft> Build(IReadOnlyList<(MarkedText Text, List<NameSpan> Spans)> texts)
    {
        var builder = new PartyBuilder();
        // Full names first, wherever they stand: a headline names by the family name whom the body names in full.
        foreach (var (text, spans) in texts)
            foreach (var span in spans)
                if (!IsShort(text, span) && span.Count > 2) builder.AddName(text, span);
        foreach (var (text, spans) in texts)
            foreach (var span in spans)
                if (!IsShort(text, span) && span.Count <= 2) builder.AddName(text, span);
        foreach (var (text, spans) in texts)
            foreach (var span in spans)
                if (IsShort(text, span)) builder.AddShort(text, span);
        foreach (var party in builder.parties) party.Mentions.Sort((a, b) => PartyDraft.Position(a).CompareTo(PartyDraft.Position(b)));
        builder.parties.Sort((a, b) => a.First.CompareTo(b.First));
        return builder.parties;
    }

    /// <summary>One word, or an office: what it names depends on the full names around it.</summary>
    static bool IsShort(MarkedText text, NameSpan span) =>
        span.Known is null && (span.IsOffice || span.Kind is null || span.End - span.Name == 1 && !(span.IsListed && span.Kind is not PartyKind.Person));

    void AddName(MarkedText text, NameSpan span)
    {
        var keys = Keys(text, span.Name, NameEnd(text, span));
        if (AddInitials(text, span)) return;
        // "Valeska Paris ... Paris claims": the document's person comes before the capital.
        if (span.Known?.As == CountryWord.Capital && keys.Length == 1 && byWord.TryGetValue(keys[0], out var bearers) && bearers.Any(b => b.Keys[^1] == keys[0]) && AddSurname(text, span, bearers)) return;
        var party = Find(span, keys);
        if (party is null && span.Known is null && !span.IsPart && keys.Length > 1 && byFamily.TryGetValue(Hash(keys), out var owner) && owner.Keys.Length > keys.Length)
        {
            // A family name of two words ("Ramos Acosta").
            Add(owner, text, span, MentionHow.Surname);
            return;
        }
        if (party is null)
        {
            party = span.Known is { } known
                ? new() { Name = known.Party.Name, Kind = known.Party.Kind, Country = known.Party.Country }
                : new() { Name = Clean(text, span.Name, span.End), Kind = span.Kind ?? PartyKind.Organisation, Country = span.Country, Keys = keys };
            Register(party, span);
        }
        else if (span.Known is null && keys.Length > party.Keys.Length) (party.Name, party.Keys) = (Clean(text, span.Name, span.End), keys);
        party.Names.Add(span);
        if (Initials.Behind(text, span) is { } initials) byInitials.TryAdd(initials, party);
        if (party.Kind == PartyKind.Person && span.Name > span.First)
            for (var i = span.First; i < span.Name; i++) byOffice.TryAdd(Hash(Keys(text, i, span.Name)), party);
        Add(party, text, span, span.Known?.As switch
        {
            CountryWord.Demonym => MentionHow.Demonym,
            CountryWord.Capital or CountryWord.Seat => MentionHow.Metonym,
            _ => span.IsMetonym ? MentionHow.Metonym : MentionHow.FullName,
        });
    }

    PartyDraft? Find(NameSpan span, ulong[] keys)
    {
        if (span.Known is { } known) return byKnown.GetValueOrDefault(known.Party);
        if (byName.TryGetValue(NameKey(keys, span.Kind), out var party)) return party;
        // The same first and last word, one of the two names with more in between.
        return span.Kind == PartyKind.Person && byName.TryGetValue(Hash([keys[0], 0, keys[^1]]), out party) && party.Keys.Length != keys.Length ? party : null;
    }

    void Register(PartyDraft party, NameSpan span)
    {
        parties.Add(party);
        if (span.Known is { } known)
        {
            byKnown[known.Party] = party;
            return;
        }
        byName.TryAdd(NameKey(party.Keys, party.Kind), party);
        if (party.Kind == PartyKind.Person && party.Keys.Length > 1)
        {
            byName.TryAdd(Hash([party.Keys[0], 0, party.Keys[^1]]), party);
            Index(party.Keys[0], party);
            Index(party.Keys[^1], party);
            for (var i = 1; i < party.Keys.Length - 1; i++) byFamily.TryAdd(Hash(party.Keys.AsSpan(i)), party);
        }
    }

    void Index(ulong word, PartyDraft party)
    {
        if (!byWord.TryGetValue(word, out var namesakes)) byWord[word] = namesakes = [];
        if (namesakes.Count < MostNamesakes && !namesakes.Contains(party)) namesakes.Add(party);
    }

    void AddShort(MarkedText text, NameSpan span)
    {
        if (span.IsOffice)
        {
            AddOffice(text, span);
            return;
        }
        if (AddInitials(text, span)) return;
        var word = text.Words[span.Name];
        if (span.Kind is not (PartyKind.Government or PartyKind.Vessel) && (word.Shape != WordShape.Upper || span.Kind == PartyKind.Person) && byWord.TryGetValue(word.Key, out var namesakes) && AddSurname(text, span, namesakes)) return;
        if (span.Kind is not { } kind) return;
        var name = NameKey([word.Key], kind);
        if (!byName.TryGetValue(name, out var party))
        {
            party = new() { Name = Clean(text, span.Name, span.End), Kind = kind, Country = span.Country, Keys = [word.Key] };
            parties.Add(party);
            byName[name] = party;
        }
        party.Names.Add(span);
        Add(party, text, span, span.IsMetonym ? MentionHow.Metonym : party.Kind == PartyKind.Person ? MentionHow.Surname : MentionHow.FullName);
    }

    /// <summary>Initial letters alone name the party behind whose full name they stand in brackets.</summary>
    bool AddInitials(MarkedText text, NameSpan span)
    {
        if (span.Known is not null || span.End - span.Name != 1 || !byInitials.TryGetValue(text.Words[span.Name].Key, out var party)) return false;
        party.Names.Add(span);
        Add(party, text, span, MentionHow.Acronym);
        return true;
    }

    void AddOffice(MarkedText text, NameSpan span)
    {
        var first = span.First;
        while (first < span.End - 1 && text.Words[first].Shape == WordShape.Lower) first++;
        var office = Hash(Keys(text, first, span.End));
        if (!byOffice.TryGetValue(office, out var party))
        {
            party = new() { Name = Clean(text, first, span.End), Kind = PartyKind.Person };
            parties.Add(party);
            byOffice[office] = party;
        }
        Add(party, text, span, MentionHow.Alias);
    }

    /// <summary>A name word alone: the person of that family name; where two fit, both with their share.</summary>
    static bool AddSurname(MarkedText text, NameSpan span, List<PartyDraft> namesakes)
    {
        var word = text.Words[span.Name];
        var here = (text.IsTitle ? 0L : 1L << 40) + word.Start;
        var fitting = namesakes.Select(p => (Party: p, Weight: Weight(p, word, here))).OrderByDescending(p => p.Weight).ToList();
        if (fitting[0].Weight <= 0) return false;
        var all = fitting[0].Weight + (fitting.Count > 1 && fitting[1].Weight * 3 > fitting[0].Weight ? fitting[1].Weight : 0);
        foreach (var (party, weight) in fitting.Take(2))
            if (weight * 3 > fitting[0].Weight) Add(party, text, span, MentionHow.Surname, weight / all);
        return true;
    }

    /// <summary>How well a person fits: named before and often; by the family name rather than the forename.</summary>
    static double Weight(PartyDraft party, in TextWord word, long here)
    {
        var before = party.Mentions.Count(m => PartyDraft.Position(m) < here);
        var isFamilyName = party.Keys[^1] == word.Key || NameParts.IsSurname(word) && !NameParts.IsForename(word);
        return (before == 0 ? 0.2 : 1 + Math.Min(before, 20)) * (isFamilyName ? 1 : 0.3);
    }

    static void Add(PartyDraft party, MarkedText text, NameSpan span, MentionHow how, double score = 1)
    {
        var (start, end) = (text.Words[span.First].Start, text.EndOf(span.End));
        party.Add(new(start, end, text.Text[start..end], text.IsTitle, how, score));
    }

    /// <summary>The name without the common noun behind it ("ISIL | fighters").</summary>
    static int NameEnd(MarkedText text, NameSpan span)
    {
        var end = span.End;
        if (span.Country is not null) return end;
        while (end > span.Name + 1 && text.Words[end - 1].Shape == WordShape.Lower && text.Is(end - 1, Cue.GroupHead | Cue.StateHead)) end--;
        return end;
    }

    static ulong[] Keys(MarkedText text, int first, int end)
    {
        var keys = new ulong[end - first];
        for (var i = first; i < end; i++) keys[i - first] = text.Words[i].Key;
        return keys;
    }

    /// <summary>A place and a team or government of the same name are two parties.</summary>
    static ulong NameKey(ReadOnlySpan<ulong> keys, PartyKind? kind) => Hash(keys) ^ (kind == PartyKind.Place ? 1u : 0);

    static ulong Hash(ReadOnlySpan<ulong> keys)
    {
        if (keys.Length == 1) return keys[0];
        ulong hash = 0;
        foreach (var key in keys) hash = PhraseTable.Extend(hash, key);
        return hash;
    }

    static string Clean(MarkedText text, int first, int end) =>
        text.Text[text.Words[first].Start..text.EndOf(end)].ReplaceLineEndings(" ");
}
