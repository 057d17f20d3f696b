using Ostrakon.Documents.Mentions;
using Ostrakon.Names;

namespace Ostrakon.TrainNames;

/// <summary>A text with its gold tags, word by word.</summary>
/// <param name="Text">The text as words with cues.</param>
/// <param name="Tags">The tags; words whose tag is not known are skipped.</param>
/// <param name="Known">Whether the tag of each word is known.</param>
sealed record TrainingText(MarkedText Text, NameTag[] Tags, bool[] Known)
{
    /// <summary>Lays spans over a text; of two that overlap the first given stays.</summary>
    public static TrainingText Of(string text, IEnumerable<(int Start, int End, PartyKind Kind)> spans)
    {
        var marked = new MarkedText(text, isTitle: false);
        var tags = new NameTag[marked.Length];
        foreach (var (start, end, kind) in spans)
        {
            var first = Array.FindIndex(marked.Words, w => w.End > start);
            if (first < 0 || marked.Words[first].Start >= end) continue;
            var last = first;
            while (last + 1 < marked.Length && marked.Words[last + 1].Start < end) last++;
            while (first < last && !marked.IsCapital(first)) first++;
            while (last > first && !marked.IsCapital(last) && marked.Words[last].Shape != WordShape.Number) last--;
            if (!marked.IsCapital(first) || IsState(marked, first, last)) continue;
            first = Widened(marked, first, kind);
            if (Enumerable.Range(first, last - first + 1).Any(i => tags[i] != NameTag.None)) continue;
            var begin = kind switch { PartyKind.Person => NameTag.BeginPerson, PartyKind.Place => NameTag.BeginPlace, _ => NameTag.BeginOrganisation };
            for (var i = first; i <= last; i++) tags[i] = i == first ? begin : begin + 1;
        }
        var known = new bool[marked.Length];
        Array.Fill(known, true);
        return new(marked, tags, known);
    }

    /// <summary>A state by name or people: the gazetteer knows it better than a tagger.</summary>
    static bool IsState(MarkedText text, int first, int last) =>
        Gazetteer.Longest(text.Text, text.Words, first, out var name) == last + 1 - first && name!.Party.Kind == PartyKind.Government;

    /// <summary>Corpora differ in what they count in: here titles in capitals belong to the span.</summary>
    static int Widened(MarkedText text, int first, PartyKind kind)
    {
        if (kind == PartyKind.Person)
            while (first > 0 && text.Is(first - 1, Cue.Title) && text.IsCapital(first - 1) && text.Words[first].Before <= Gap.Blank) first--;
        return first;
    }
}
