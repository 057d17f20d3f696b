using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Matching;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>Asks the lists for the names of documents, and remembers what they said: news names the same few again and again. Safe for any
/// number of threads.</summary>
/// <param name="screener">The lists in use.</param>
sealed class NameScreen(Screener screener)
{
    // So many names are remembered, some ten megabytes with what the lists say of them; then it begins anew.
    const int MostRemembered = 8192;

    static readonly ScreeningOptions Options = new() { Threshold = 0.7, Limit = 5 };

    readonly ConcurrentDictionary<string, ImmutableArray<Hit>> asked = new(StringComparer.Ordinal);

    public Snapshot Snapshot => screener.Snapshot;

    /// <summary>The span with what the lists say of it; what it names follows the list where the tagger is only guessing.</summary>
    public NameSpan Screened(MarkedText text, NameSpan span)
    {
        if (span.IsOffice || span.Known is { Party.Kind: PartyKind.Government or PartyKind.Group } || !IsWorthAsking(text, span)) return span;
        // The initials of a known body prove nothing, since other bodies share them: its full names are asked instead.
        var isInitials = span is { Known: not null, IsListed: false } && text.Words[span.Name].Shape == WordShape.Upper;
        ImmutableArray<Hit> hits = isInitials ? [] : Hits(text.Span(span.Name, span.End).ToString());
        if (span.Known is { } known && (hits.IsEmpty || !NameEvidence.Of(hits[0]).IsWhole) && Hits(known.Party) is { IsEmpty: false } others) hits = others;
        if ((hits.IsEmpty || NameEvidence.Of(hits[0]).Extra > 0) && NameExtents.WithoutPlainWords(text, span.Name, span.End) is var name && name > span.Name
            && Hits(text.Span(name, span.End).ToString()) is { IsEmpty: false } rest && (hits.IsEmpty || NameEvidence.Of(rest[0]).Extra == 0))
            (hits, span) = (rest, span with { First = name, Name = name });
        if (hits.IsEmpty) return span;
        span = span with { IsShip = span.Kind == PartyKind.Vessel || text.SentenceHas(span.First, Cue.ShipTalk) };
        var kind = span.Kind;
        if (span.Known is null && (kind is null || span.End - span.Name > 1 && hits[0].Score >= 0.8 && !hits.Any(h => Kinds.Agree(h.Party.Schema, kind.Value))))
            kind = Kinds.Of(hits[0].Party.Schema);
        return span with { Hits = hits, Kind = kind };
    }

    /// <summary>One word is asked only where it is a listed name as it stands, or a known body's: likeness of single words proves nothing.</summary>
    static bool IsWorthAsking(MarkedText text, NameSpan span)
    {
        if (span.IsListed || span.Known is { Party.Kind: PartyKind.Organisation }) return true;
        // Words of the language alone ("Learn More", "Plastic Wrap") are a listed name only where the list has just these.
        var (words, isPlain) = (0, true);
        for (var i = span.Name; i < span.End; i++)
        {
            if (text.Words[i].End - text.Words[i].Start > 1 && !text.Is(i, Cue.Particle)) words++;
            isPlain &= NameExtents.IsPlainWord(text, i);
        }
        return words > 1 && !isPlain;
    }

    /// <summary>Lists write a known body by another of its names ("Hizballah"): these are asked too.</summary>
    ImmutableArray<Hit> Hits(KnownParty party)
    {
        foreach (var name in party.OtherNames.Prepend(party.Name))
            if (name[0] is not ('?' or '@') && name.AsSpan().ContainsAnyInRange('a', 'z') && Hits(name) is { IsEmpty: false } hits && NameEvidence.Of(hits[0]).IsWhole) return hits;
        return [];
    }

    ImmutableArray<Hit> Hits(string name)
    {
        if (asked.TryGetValue(name, out var hits)) return hits;
        var query = new Query { Names = [name.ReplaceLineEndings(" ")] };
        hits = screener.Screen(query, Options).Hits;
        // Letters with points are a word in an organisation's name, but initials elsewhere.
        if (hits.IsEmpty && name.Contains('.', StringComparison.Ordinal)) hits = screener.Screen(query with { Schema = "Organization" }, Options).Hits;
        // A single word that persons bear in two ("Hizb Ullah") may be a body's in one.
        else if (!name.Contains(' ', StringComparison.Ordinal) && NameReader.Read(name, NameSort.Any)[0].Tokens.Length > 1)
            hits = [.. screener.Screen(query with { Schema = "Organization" }, Options).Hits.Concat(hits).DistinctBy(h => h.Number)];
        if (asked.Count >= MostRemembered) asked.Clear();
        return asked[name] = hits;
    }
}
