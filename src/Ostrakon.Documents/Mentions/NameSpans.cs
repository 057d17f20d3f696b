using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>
/// All names of a text in text order. Three voices: the gazetteer knows states and well-known bodies, the tagger sees names of persons,
/// organisations and places, and the lists, which are heard last and always, know whom we must not miss.
/// </summary>
static class NameSpans
{
    public static List<NameSpan> Find(MarkedText text, Snapshot snapshot, NameScreen screen)
    {
        var tagged = new Dictionary<int, NameSpan>();
        foreach (var (first, end, kind) in NameTagger.Names(NameTagger.BuiltIn.Tag(text))) tagged[first] = new(first, end, kind);
        var spans = new List<NameSpan>();
        for (var i = 0; i < text.Length;) i = Math.Max(Take(text, i, tagged, spans), i + 1);
        Overlay(text, ListedSpans.Find(text, snapshot), spans);
        AskWholeRuns(text, spans, screen);
        for (var i = spans.Count - 1; i >= 0; i--)
        {
            spans[i] = WithArabicArticle(text, Read(text, screen.Screened(text, spans[i])));
            NestedPlaces.Add(text, spans, i);
            // A word alone may still be the family name of somebody whom the document names in full.
            if (spans[i].Kind is null && spans[i].End - spans[i].Name > 1) spans.RemoveAt(i);
        }
        return spans;
    }

    /// <summary>A state by name or capital, or another place: does it act here?</summary>
    static NameSpan Read(MarkedText text, NameSpan span)
    {
        if ((span.Kind == PartyKind.Government || span.Known?.As == CountryWord.Seat) && span.Known is { As: not CountryWord.Demonym } known && span.Name - span.First < 2 && span.End - span.Name <= 4 && !text.Is(span.End - 1, Cue.StateHead))
            return PlaceReading.Of(text, span.Name, span.End).Acts ? span : span with { Kind = PartyKind.Place, Known = null, Country = known.Party.Country };
        if (span.Kind is null or PartyKind.Person && span is { Known: null, IsListed: false, Hits.Length: 0 } && span.Name == span.First && PlaceReading.IsSaidToBePlace(text, span.First)) return span with { Kind = PartyKind.Place };
        if (span.Kind != PartyKind.Place || span.Hits.Length > 0) return span;
        var (acts, rule) = PlaceReading.Of(text, span.Name, span.End);
        if (span.End - span.Name > 1 && text.Is(span.End - 1, Cue.PlaceHead) && rule != "subject of a verb") return span;
        return acts && rule is not ("default" or "opens the clause" or "possessor" or "subject of is") ? span with { Kind = PartyKind.Organisation, IsMetonym = true } : span;
    }

    /// <summary>"al-Tanawi": the article belongs to the name.</summary>
    static NameSpan WithArabicArticle(MarkedText text, NameSpan span) =>
        span.First > 0 && span.First == span.Name && text.Words[span.First].Before == Gap.Joined && text.Words[span.First - 1].Shape == WordShape.Lower && text.Is(span.First - 1, Cue.Particle)
            ? span with { First = span.First - 1 } : span;

    /// <summary>Takes away words that name a party only where the document names it by another, too ("IS", "the North").</summary>
    public static void DropUnsupported(IReadOnlyList<(MarkedText Text, List<NameSpan> Spans)> texts)
    {
        var named = texts.SelectMany(t => t.Spans).Where(s => s.Known is { NeedsSupport: false }).Select(s => s.Known!.Party).ToHashSet();
        foreach (var (_, spans) in texts) spans.RemoveAll(s => s.Known is { NeedsSupport: true } known && !named.Contains(known.Party));
    }

    /// <summary>"Panflio Flores | Apodaca": where the tagger cuts a run of capitals into unknown pieces, the lists may know the whole.</summary>
    static void AskWholeRuns(MarkedText text, List<NameSpan> spans, NameScreen screen)
    {
        for (var i = 0; i + 1 < spans.Count; i++)
        {
            var last = i;
            while (last + 1 < spans.Count && spans[last + 1].First == spans[last].End && text.Words[spans[last].End].Before is Gap.Blank or Gap.Line && IsLoose(text, spans[last]) && IsLoose(text, spans[last + 1])) last++;
            if (last == i) continue;
            var whole = screen.Screened(text, new(spans[i].First, spans[last].End, null));
            if ((whole.Count > 2 || text.Words[spans[last].First].Before == Gap.Line) && whole.Name == spans[i].First && whole.Hits.Length > 0 && NameEvidence.Of(whole.Hits[0]) is { Extra: 0, Missing: 0, Exact: > 1 })
            {
                spans[i] = new(whole.First, whole.End, Kinds.Of(whole.Hits[0].Party.Schema));
                spans.RemoveRange(i + 1, last - i);
            }
        }
    }

    static bool IsLoose(MarkedText text, NameSpan span) =>
        span is { Known: null, IsListed: false, IsPart: false } && span.Name == span.First && text.IsCapital(span.First) && text.IsCapital(span.End - 1) && !text.Words[span.End - 1].Possessive;

    /// <summary>Adds what begins at a word, if anything, and returns where the search goes on.</summary>
    static int Take(MarkedText text, int i, Dictionary<int, NameSpan> allTagged, List<NameSpan> spans)
    {
        var tagged = allTagged.GetValueOrDefault(i);
        // "the tanker Aegean Lark": behind a word for a ship stands a ship, whatever else its name is.
        if (text.Is(i - 1, Cue.Vessel) && text.Words[i - 1].Shape == WordShape.Lower && text.Words[i].Before == Gap.Blank && !text.Is(i, Cue.Title | Cue.Role) && NameRuns.EndOf(text, i) is var ship && ship > i)
        {
            spans.Add(new(i, NameRuns.WithNumber(text, ship), PartyKind.Vessel));
            return spans[^1].End;
        }
        if (Gazetteer.Half(text.Text, text.Words, i) is { } half)
        {
            spans.Add(new(i, i + 1, half.Party.Kind) { Known = half });
            return i + 1;
        }
        var length = Gazetteer.Longest(text.Text, text.Words, i, out var name);
        if (NameExtents.OfOffice(text, i, allTagged) is { } office)
        {
            if (length > 0) spans.Add(new(i, i + length, name!.Party.Kind) { Known = name });
            spans.Add(office);
            return office.End;
        }
        if (length == 0 && (tagged is null || tagged.Kind == PartyKind.Person) && NameExtents.OfPeople(text, i) is { } people)
        {
            spans.Add(people);
            return people.End;
        }
        // "The United States": the article is no part of the name.
        if (length == 0 && tagged is not null && text.Is(i, Cue.Opener) && i + 1 < text.Length && Gazetteer.Longest(text.Text, text.Words, i + 1, out _) == tagged.End - i - 1) return i;
        if (length > 0 && (tagged is null || tagged.End <= i + length || tagged.Kind == PartyKind.Place))
        {
            var known = NameExtents.OfKnown(text, i, i + length, name!);
            // "the Government | of Iraq"
            while (spans.Count > 0 && spans[^1].End > known.First) spans.RemoveAt(spans.Count - 1);
            spans.Add(known);
            return known.End;
        }
        if (tagged is null) return TakePlace(text, i, spans) is var end && end > i ? end : TakeRun(text, i, spans);
        // "Russian President Vladimir Putin" names a state, too.
        if (length > 0 && tagged.Kind == PartyKind.Person) spans.Add(new(i, i + length, name!.Party.Kind) { Known = name });
        var span = NameExtents.OfTagged(text, tagged);
        spans.Add(length > 0 && tagged.Kind == PartyKind.Organisation ? span with { Country = name!.Party.Country } : span);
        return span.End;
    }

    /// <summary>A place that the tables know and that no longer name holds.</summary>
    static int TakePlace(MarkedText text, int i, List<NameSpan> spans)
    {
        var length = Places.Longest(text.Words, i);
        if (length == 0 || NameRuns.EndOf(text, i) > i + length || text.Opens(i) && text.Is(i, Cue.Opener)) return i;
        spans.Add(new(i, i + length, PartyKind.Place));
        return i + length;
    }

    /// <summary>A run that the tagger passed over: a ship where a word beside it says so, else nothing unless the lists know it.</summary>
    static int TakeRun(MarkedText text, int i, List<NameSpan> spans)
    {
        var end = NameRuns.EndOf(text, i);
        if (end == i || text.Opens(i) && text.Is(i, Cue.Opener)) return i;
        var isVessel = NameRuns.IsVessel(text, i, end);
        if (isVessel) end = NameRuns.WithNumber(text, end);
        spans.Add(new(i, end, isVessel ? PartyKind.Vessel : null));
        return end;
    }

    /// <summary>Lays the listed names over what was found: one marks the same span, replaces shorter ones, stands alone where there is none,
    /// and is kept as a part where it is inside a longer one.</summary>
    static void Overlay(MarkedText text, List<NameSpan> listed, List<NameSpan> spans)
    {
        if (listed.Count == 0) return;
        var result = new List<NameSpan>(spans.Count + listed.Count);
        var (at, covered) = (0, 0);
        foreach (var name in listed)
        {
            if (name.End <= covered) continue;
            while (at < spans.Count && spans[at].End <= name.First) result.Add(spans[at++]);
            var last = at;
            while (last < spans.Count && spans[last].First < name.End) last++;
            if (Merged(text, name, spans, at, last) is not { } merged) continue;
            if (merged.IsPart)
            {
                result.Add(merged);
                continue;
            }
            // A state in front of a person's title stays beside the person.
            for (; at < last; at++)
                if (spans[at].End <= merged.First || spans[at].Known is not null && spans[at].End <= merged.Name) result.Add(spans[at]);
            result.Add(merged);
            covered = merged.End;
        }
        while (at < spans.Count) result.Add(spans[at++]);
        spans.Clear();
        spans.AddRange(result);
    }

    /// <summary>The span that a listed name makes with the spans that it touches; null where it makes none.</summary>
    static NameSpan? Merged(MarkedText text, NameSpan listed, List<NameSpan> spans, int first, int last)
    {
        var vessel = NameRuns.IsVessel(text, listed.First, listed.End);
        if (first == last) return listed with { Kind = vessel ? PartyKind.Vessel : null };
        for (var i = first; i < last; i++)
            if (spans[i].Name == listed.First && spans[i].End == listed.End) return spans[i] with { IsListed = true };
        if (listed.First <= spans[first].Name && listed.End >= spans[last - 1].End)
            return listed with { First = Math.Min(listed.First, spans[first].First), Name = listed.First, Kind = spans[first].Kind is PartyKind.Government ? null : spans[first].Kind };
        var outer = spans[last - 1];
        if (listed.End == outer.End && (listed.Count > 1 || text.Is(listed.First - 1, Cue.Opener)) && IsFront(text, outer.Name, listed.First)) return listed with { Kind = outer.Kind };
        // "Kim Kun Ok" is another man than "Kim Kun".
        if (!vessel && outer.Kind == PartyKind.Person && listed.Count < 3) return null;
        return vessel || listed.Count > 1 && listed.End > outer.Name ? listed with { IsPart = !vessel, Kind = vessel ? PartyKind.Vessel : null } : null;
    }

    /// <summary>Whether the words in front of a name are no part of it: titles, roles, openers, or one whose capital is only that of
    /// the sentence ("Pariah Kim Jong Un").</summary>
    static bool IsFront(MarkedText text, int first, int name)
    {
        if (name == first + 1 && text.Opens(first)) return true;
        for (var i = first; i < name; i++)
            if (!text.Is(i, Cue.Title | Cue.Role | Cue.Opener | Cue.Vessel) && !NameExtents.IsPlainWord(text, i)) return false;
        return true;
    }
}
