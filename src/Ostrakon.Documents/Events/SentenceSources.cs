using System.Collections.Immutable;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Who says a whole sentence: "..., the ministry said", "according to". The parser hangs these in many ways, so they are found
/// by the order of the words. Immutable.</summary>
sealed class SentenceSources
{
    readonly ImmutableArray<(int Source, int Before, int Verb)> sources;

    SentenceSources(ImmutableArray<(int, int, int)> sources) => this.sources = sources;

    /// <summary>Who says, by a verb behind the comma; -1 where the verb is no such.</summary>
    public int SpeakerOf(int verb)
    {
        foreach (var (source, _, by) in sources)
            if (by == verb) return source;
        return -1;
    }

    /// <summary>The first who says so; -1 for none.</summary>
    public int First => sources.IsEmpty ? -1 : sources[0].Source;

    /// <summary>The reading of an event at a word, with the sources of the sentence around it.</summary>
    public Reading Around(Reading reading, int word)
    {
        foreach (var (source, before, _) in sources)
            if (word < before && !reading.Sources.Contains(source)) reading = reading with { Sources = reading.Sources.Insert(0, source) };
        return reading;
    }

    public static SentenceSources Of(SentenceView view)
    {
        var found = ImmutableArray.CreateBuilder<(int, int, int)>();
        for (var i = 0; i < view.Tree.Count; i++)
        {
            if (view.Tree.Is(i, "according") && i + 2 < view.Tree.Count && view.Tree.Is(i + 1, "to"))
            {
                if (Top(view, i + 2, EndOfPhrase(view, i + 2)) is >= 0 and var source) found.Add((source, view.Tree.Count, -1));
            }
            else if (i > 2 && IsSaying(view, i) && Tail(view, i) is { } tail) found.Add(tail);
        }
        return new(found.ToImmutable());
    }

    /// <summary>A verb of saying; the tagger may take the last word of a sentence for a noun ("the survey notes").</summary>
    static bool IsSaying(SentenceView view, int word) =>
        (Governors.Of('v', view.Tree.Word(word)) & (Governor.Say | Governor.Allege)) != 0 && !view.Tree.Is(word, "charged")
        && (view.Tree.Part(word) == PartOfSpeech.Verb
            ? view.Tree.Form(word) is WordForm.Past or WordForm.Present or WordForm.PresentThird or WordForm.PastParticiple or WordForm.Base
            : view.Tree.Form(word) == WordForm.Plural && word + 2 >= view.Tree.Count);

    /// <summary>", an official said", ", said an official": the clause before the comma is what is said.</summary>
    static (int Source, int Before, int Verb)? Tail(SentenceView view, int verb)
    {
        var tree = view.Tree;
        if (!EndsAfter(view, verb)) return null;
        // "..., an official said": only a phrase between comma and verb.
        var first = verb - 1;
        while (first > 0 && !IsBreak(view, first) && verb - first < 16)
        {
            if (tree.Part(first) is PartOfSpeech.Verb or PartOfSpeech.Aux && tree.Form(first) is not (WordForm.PastParticiple or WordForm.Ing)) return null;
            first--;
        }
        if (first <= 0 || !IsBreak(view, first)) return null;
        if (first < verb - 1 && HasObject(view, verb)) return null;
        if (first < verb - 1) return Top(view, first + 1, verb) is >= 0 and var source ? (source, first, verb) : null;
        return Top(view, verb + 1, EndOfPhrase(view, verb + 1)) is >= 0 and var speaker ? (speaker, first, verb) : null;
    }

    /// <summary>Whether a thing follows that is done or told ("announced plans"); listeners and times are none.</summary>
    static bool HasObject(SentenceView view, int verb)
    {
        if (verb + 1 >= view.Tree.Count || view.Tree.Part(verb + 1) is not (PartOfSpeech.Det or PartOfSpeech.Noun or PartOfSpeech.Num or PartOfSpeech.Adj or PartOfSpeech.Propn or PartOfSpeech.Pron)) return false;
        var head = Top(view, verb + 1, EndOfPhrase(view, verb + 1));
        return head >= 0 && view.Tree.Word(head) is not ("year" or "month" or "week" or "night" or "today" or "yesterday") && (Phrases.ClassOf(view, head) & (NounClass.Person | NounClass.Official | NounClass.Body)) == 0 && view.Party(head) < 0;
    }

    /// <summary>Whether nothing follows the verb that could be what is said.</summary>
    static bool EndsAfter(SentenceView view, int verb)
    {
        var tree = view.Tree;
        for (var i = verb + 1; i < tree.Count; i++)
        {
            if (IsBreak(view, i)) return true;
            if (tree.Is(i, "that") || tree.Is(i, "whether") || tree.Is(i, "how")) return false;
            if (tree.Part(i) is PartOfSpeech.Verb && tree.Form(i) is WordForm.Past or WordForm.PresentThird) return false;
            if (tree.Part(i) is PartOfSpeech.Aux) return false;
        }
        return true;
    }

    static bool IsBreak(SentenceView view, int word) => view.Tree.Word(word) is "," or "\"" or "”" or "“" or "’" or "'" or "–" or "—" or ";" or "." or "!" or "?";

    public static int EndOfPhrase(SentenceView view, int word)
    {
        var end = word;
        while (end < view.Tree.Count && !IsBreak(view, end) && (view.Tree.Part(end) is not (PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj) || view.Tree.Form(end) is WordForm.PastParticiple or WordForm.Ing)) end++;
        return end;
    }

    /// <summary>The head of the phrase that a span of words is: the noun that no other word of the span governs, the first where several.</summary>
    public static int Top(SentenceView view, int first, int end)
    {
        var best = -1;
        for (var i = first; i < end && i < view.Tree.Count; i++)
        {
            if (!Phrases.IsNominal(view, i) || Times.IsCalendarWord(view.Tree.Word(i))) continue;
            // The words before the first preposition are the phrase's own; the last noun among them is its head.
            if (i > first && view.Tree.Part(i - 1) == PartOfSpeech.Adp && best >= 0) break;
            best = i;
            if (i + 1 < end && view.Tree.Part(i + 1) is PartOfSpeech.Adp or PartOfSpeech.Punct && view.Tree.Word(i + 1) is not "-") break;
        }
        return best;
    }
}
