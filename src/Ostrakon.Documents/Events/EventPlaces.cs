using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Where an event was or will be: the name behind a preposition of place that hangs on its trigger or its verb. Pure.</summary>
static class EventPlaces
{
    public static string? Of(EventDraft draft)
    {
        var view = draft.View;
        foreach (var anchor in (ReadOnlySpan<int>)[draft.Trigger.Word, draft.Trigger.Verb])
        {
            if (anchor < 0) continue;
            foreach (var preposition in (ReadOnlySpan<string>)["in", "near", "at", "off", "outside", "along", "across", "around"])
                foreach (var word in Arguments.Prepositional(view, anchor, preposition))
                {
                    if (word == draft.Agent || word == draft.Counterpart || word == draft.Object || Times.IsCalendarWord(view.Tree.Word(word))) continue;
                    if (view.PartyOf(word) is not { Kind: PartyKind.Place or PartyKind.Government } && !IsPlaceNoun(view, word)) continue;
                    var (first, last) = Phrases.SpanOf(view, word);
                    return Phrases.Quote(view, first, last);
                }
        }
        return null;
    }

    static bool IsPlaceNoun(SentenceView view, int word) =>
        view.Tree.Part(word) is PartOfSpeech.Noun or PartOfSpeech.Propn && (Phrases.ClassOf(view, word) & (NounClass.Territory | NounClass.Property)) != 0;
}
