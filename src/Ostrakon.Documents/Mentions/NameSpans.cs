using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>All names of a text, from the lists, the gazetteer and the grammar of capitals, in text order and without overlaps.</summary>
static class NameSpans
{
    public static List<NameSpan> Find(MarkedText text, Snapshot snapshot)
    {
        var spans = new List<NameSpan>();
        for (var i = 0; i < text.Length;)
        {
            var end = Take(text, i, spans);
            i = Math.Max(end, i + 1);
        }
        foreach (var listed in ListedSpans.Find(text, snapshot)) Overlay(text, listed, spans);
        return spans;
    }

    /// <summary>Adds the span that begins at a word, if any, and returns where the search goes on.</summary>
    static int Take(MarkedText text, int i, List<NameSpan> spans)
    {
        var runEnd = NameRuns.EndOf(text, i);
        var known = Gazetteer.Longest(text.Text, text.Words, i, out var name);
        if (known > 0 && StandsAlone(text, i + known, runEnd, name!))
        {
            spans.Add(new(i, i + known, name!.Party.Kind) { Known = name });
            return i + known;
        }
        if (runEnd == i) return i;
        if (NameRuns.Read(text, i, runEnd) is not { } run) return runEnd;
        // An opener was cut off: a known name may begin behind it.
        if (run.First > i && run.Front is null) return run.First;
        spans.Add(run);
        return runEnd;
    }

    /// <summary>Whether a known name is a name by itself and not a part of a longer one ("Bank of China", "Iran Air").</summary>
    static bool StandsAlone(MarkedText text, int end, int runEnd, KnownName name)
    {
        if (end >= runEnd || name.Party.Kind != PartyKind.Government) return true;
        if (text.Words[end].Before == Gap.Joined && text.IsCapital(end)) return true;
        if (name.As != CountryWord.Demonym) return text.Is(end, Cue.Title);
        for (var i = end; i < runEnd; i++)
            if (text.Is(i, Cue.OrgHead | Cue.OrgForm)) return false;
        return true;
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
            if (IsWritten(text, listed)) spans.Insert(at, listed);
            return;
        }
        var first = spans[at];
        if (last == at + 1 && first.First == listed.First && first.End == listed.End) spans[at] = first with { Listed = listed.Listed };
        else if (listed.First <= first.First && listed.End >= spans[last - 1].End && IsWritten(text, listed))
        {
            spans.RemoveRange(at, last - at);
            spans.Insert(at, listed with { Kind = first.Kind is PartyKind.Government ? null : first.Kind, Front = first.Front });
        }
        // "Pariah Kim Jong Un": the capital of the word in front is only that of the sentence.
        else if (last == at + 1 && listed.End == first.End && listed.Count > 1 && listed.First == first.First + 1 && text.Opens(first.First))
            spans[at] = listed with { Kind = first.Kind };
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
