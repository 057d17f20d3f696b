using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Whether a tagged sentence can tell an event at all: it has a trigger, and for the required slots of one of the trigger's frames
/// a word that might fill them. Parsing costs most, and most sentences that hold a word like "take" tell nothing. It never rules out what
/// <see cref="RoleFiller"/> would find. Pure.</summary>
static class SentencePromise
{
    /// <summary>What a sentence offers for the slots.</summary>
    readonly record struct Offer(NounClass Nouns, bool Party, bool Pronoun, bool Name);

    public static bool Holds(string text, Token[] words, SyntaxAnalyzer tagged, List<int> parties)
    {
        Offer? offer = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (parties[i] >= 0 || PartOf(tagged.Part(i)) is not { } part) continue;
            var frames = FrameLexicon.Of(part, words[i].In(text));
            if (frames.IsEmpty) continue;
            offer ??= OfferOf(text, words, tagged, parties);
            foreach (var frame in frames)
                if (MayHold(frame, offer.Value)) return true;
        }
        return false;
    }

    static char? PartOf(PartOfSpeech part) => part switch
    {
        PartOfSpeech.Verb => 'v',
        PartOfSpeech.Noun or PartOfSpeech.Propn => 'n',
        PartOfSpeech.Adj => 'a',
        _ => null,
    };

    static Offer OfferOf(string text, Token[] words, SyntaxAnalyzer tagged, List<int> parties)
    {
        var (nouns, party, pronoun, name) = (NounClass.None, false, false, false);
        for (var i = 0; i < words.Length; i++)
        {
            // As Phrases.ClassOf looks: the word alone, and with one and two words before it.
            for (var first = Math.Max(0, i - 2); first <= i; first++)
                if (words[i].End - words[first].Start < 40) nouns |= Nouns.Of(text.AsSpan(words[first].Start, words[i].End - words[first].Start));
            party |= parties[i] >= 0;
            pronoun |= tagged.Part(i) == PartOfSpeech.Pron;
            name |= tagged.Part(i) == PartOfSpeech.Propn;
        }
        return new(nouns, party, pronoun, name);
    }

    static bool MayHold(Frame frame, Offer offer)
    {
        foreach (var slot in frame.Slots)
            if (slot.Required && !MayFill(slot, offer)) return false;
        return true;
    }

    static bool MayFill(Slot slot, Offer offer)
    {
        if (slot.Classes.IsEmpty || offer.Pronoun || (slot.Nouns & offer.Nouns) != 0) return true;
        if (slot.Nouns != NounClass.None && offer.Party && (slot.Nouns & NounClass.Actors) != 0) return true;
        foreach (var name in slot.Classes)
            if (name switch
            {
                "actor" or "cargo" or "wish" => true,
                "country" or "state" => offer.Party,
                _ when Nouns.TryParse(name, out _) && name is not ("people" or "body") => (slot.Nouns & NounClass.Aircraft) != 0 && offer.Party,
                _ => offer.Party || offer.Name || (offer.Nouns & (NounClass.Actors | NounClass.Fighters | NounClass.Property | NounClass.Territory)) != 0,
            }) return true;
        return false;
    }
}
