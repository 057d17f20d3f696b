using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>
/// All names of a text in text order. Three voices: the gazetteer knows states and well-known bodies, the tagger sees names of persons,
/// organisations and places, and the lists, which are heard last and always, know whom we must not miss.
/// </summary>
static class NameSpans
{
    public static List<NameSpan> Find(MarkedText text, Snapshot snapshot)
    {
        var tagged = new Dictionary<int, NameSpan>();
        foreach (var (first, end, kind) in NameTagger.Names(NameTagger.BuiltIn.Tag(text))) tagged[first] = new(first, end, kind);
        var spans = new List<NameSpan>();
        for (var i = 0; i < text.Length;) i = Math.Max(Take(text, i, tagged.GetValueOrDefault(i), spans), i + 1);
        foreach (var listed in ListedSpans.Find(text, snapshot)) Overlay(text, listed, spans);
        return spans;
    }

    /// <summary>Adds what begins at a word, if anything, and returns where the search goes on.</summary>
    static int Take(MarkedText text, int i, NameSpan? tagged, List<NameSpan> spans)
    {
        var length = Gazetteer.Longest(text.Text, text.Words, i, out var name);
        if (length > 0 && (tagged is null || tagged.End <= i + length || tagged.Kind == PartyKind.Place))
        {
            spans.Add(NameExtents.OfKnown(text, i, i + length, name!));
            return spans[^1].End;
        }
        if (tagged is null) return TakeVessel(text, i, spans);
        // "Russian President Vladimir Putin" names a state, too.
        if (length > 0 && tagged.Kind == PartyKind.Person) spans.Add(new(i, i + length, name!.Party.Kind) { Known = name });
        var span = NameExtents.OfTagged(text, tagged);
        spans.Add(length > 0 && tagged.Kind == PartyKind.Organisation ? span with { Country = name!.Party.Country } : span);
        return span.End;
    }

    /// <summary>A run that the tagger passed over, but that a word beside it calls a ship.</summary>
    static int TakeVessel(MarkedText text, int i, List<NameSpan> spans)
    {
        var end = NameRuns.EndOf(text, i);
        if (end == i || text.Opens(i) && text.Is(i, Cue.Opener) || !NameRuns.IsVessel(text, i, end)) return i;
        spans.Add(new(i, end, PartyKind.Vessel));
        return end;
    }

    /// <summary>Lays a listed name over what was found: it marks the same span, replaces shorter ones, and stands alone where there is none.</summary>
    static void Overlay(MarkedText text, NameSpan listed, List<NameSpan> spans)
    {
        var at = spans.FindIndex(s => s.End > listed.First);
        if (at < 0) at = spans.Count;
        var last = at;
        while (last < spans.Count && spans[last].First < listed.End) last++;
        if (last == at)
        {
            if (IsWritten(text, listed)) spans.Insert(at, listed with { Kind = NameRuns.IsVessel(text, listed.First, listed.End) ? PartyKind.Vessel : null });
            return;
        }
        var same = spans.FindIndex(at, last - at, s => s.Name == listed.First && s.End == listed.End);
        if (same >= 0) spans[same] = spans[same] with { Listed = listed.Listed };
        else if (listed.First <= spans[at].Name && listed.End >= spans[last - 1].End && IsWritten(text, listed))
        {
            var kind = spans[at].Kind is PartyKind.Government ? null : spans[at].Kind;
            spans.RemoveRange(at, last - at);
            spans.Insert(at, listed with { Kind = kind });
        }
        // "Pariah Kim Jong Un": the capital of the word in front is only that of the sentence.
        else if (last == at + 1 && listed.End == spans[at].End && listed.Count > 1 && listed.First == spans[at].First + 1 && text.Opens(spans[at].First))
            spans[at] = listed with { Kind = spans[at].Kind };
    }

    /// <summary>A listed name in small letters is an ordinary phrase.</summary>
    static bool IsWritten(MarkedText text, NameSpan span)
    {
        var capitals = 0;
        for (var i = span.First; i < span.End; i++)
            if (text.IsCapital(i) || text.Words[i].Shape is WordShape.Caseless) capitals++;
        return capitals * 2 >= span.Count && (span.Count > 1 || !text.Is(span.First, Cue.Opener | Cue.Never));
    }
}
