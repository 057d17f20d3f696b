using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Whether a word is what a slot of a frame asks for. Pure.</summary>
static class Selection
{
    public static bool Fits(SentenceView view, int word, Slot slot)
    {
        if (slot.Classes.IsEmpty) return true;
        if (slot.Nouns != NounClass.None && FitsNouns(view, word, slot.Nouns)) return true;
        foreach (var name in slot.Classes)
            if (FitsOne(view, word, name)) return true;
        return false;
    }

    static bool FitsNouns(SentenceView view, int word, NounClass wanted)
    {
        if (view.Tree.Part(word) == PartOfSpeech.Pron && (wanted & NounClass.Sanctions) != 0)
            return view.Tree.Word(word) is "it" or "them" && Enumerable.Range(0, word).Any(w => (Phrases.ClassOf(view, w) & NounClass.Sanctions) != 0 && view.Tree.Part(w) == PartOfSpeech.Noun);
        if (view.Tree.Part(word) == PartOfSpeech.Pron && view.Party(word) < 0) return view.Tree.Word(word) is "it" or "It" && (wanted & (NounClass.Body | NounClass.Vessel)) != 0;
        if (view.PartyOf(word) is { } party && !view.IsDemonym(word) && (Phrases.ClassOf(view, word) & wanted) == 0)
            return party.Kind switch
            {
                PartyKind.Vessel => (wanted & NounClass.Vessel) != 0,
                PartyKind.Aircraft => (wanted & NounClass.Aircraft) != 0,
                PartyKind.Person => (wanted & (NounClass.Person | NounClass.People)) != 0,
                PartyKind.Organisation or PartyKind.Group => (wanted & NounClass.Body) != 0,
                _ => false,
            };
        var classes = (wanted & NounClass.Things) != 0 ? Phrases.GoodsOf(view, word) : Phrases.ClassOf(view, word);
        return (classes & wanted) != 0;
    }

    static bool FitsOne(SentenceView view, int word, string name) => name switch
    {
        "party" or "personal" or "speaker" => IsParty(view, word),
        "recruits" => (Phrases.ClassOf(view, word) & NounClass.Fighters) != 0 || view.PartyOf(word) is { Kind: PartyKind.Organisation or PartyKind.Group }
            || ((Phrases.ClassOf(view, word) & NounClass.Person) != 0 && view.Tree.Children(word).Any(view.IsDemonym)),
        "actor" => IsParty(view, word) || (IsUnknownNoun(view, word) && view.Party(word) < 0),
        "named" => IsNamed(view, word),
        "carrier" => IsCarrier(view, word),
        "cargo" => view.Tree.Word(word) is "cargo" or "shipment" or "consignment" or "load" or "freight" or "cargoes" or "shipments",
        "country" or "state" => IsCountry(view, word),
        "several" => Phrases.Coordinated(view, word).Count(w => IsParty(view, w)) > 1
            || (view.Tree.Form(word) == WordForm.Plural && view.Party(word) < 0 && (Phrases.ClassOf(view, word) & (NounClass.Official | NounClass.Person | NounClass.Fighters)) != 0),
        "traveller" => view.PartyOf(word) is { Kind: PartyKind.Person or PartyKind.Group } || IsPersonalPronoun(view, word)
            || (view.Party(word) < 0 && (Phrases.ClassOf(view, word) & (NounClass.Official | NounClass.Person)) != 0),
        "mighty" => IsNamed(view, word) || IsPersonalPronoun(view, word)
            || (Phrases.ClassOf(view, word) & (NounClass.Official | NounClass.Fighters)) != 0,
        "people" => view.PartyOf(word) is { Kind: PartyKind.Person } || IsPersonalPronoun(view, word) || view.IsDemonym(word) && view.Tree.Form(word) == WordForm.Plural
            || (view.Party(word) < 0 && (Phrases.ClassOf(view, word) & (NounClass.Person | NounClass.Fighters | NounClass.Official)) != 0),
        "firm" => (Phrases.ClassOf(view, word) & (NounClass.Body | NounClass.Property)) != 0 && view.Party(word) >= 0 || view.PartyOf(word) is { Kind: PartyKind.Organisation } || (view.Party(word) < 0 && (Phrases.ClassOf(view, word) & (NounClass.Body | NounClass.Armed)) != 0
            && (Phrases.ClassOf(view, word) & NounClass.Official) == 0),
        "attackable" => IsParty(view, word) && !IsWater(view.Tree.Word(word)) || (Phrases.ClassOf(view, word) & NounClass.Territory) != 0
            || view.PartyOf(word) is { Kind: PartyKind.Place } && !IsWater(view.Tree.Word(word)),
        "land" => view.PartyOf(word) is { Kind: PartyKind.Place or PartyKind.Government } || (view.Party(word) < 0 && (Phrases.ClassOf(view, word) & NounClass.Territory) != 0),
        "hackable" => IsNamed(view, word) || (Phrases.ClassOf(view, word) & (NounClass.Body | NounClass.Official)) != 0,
        "body" or "official" or "forces" => false,
        _ => false,
    };

    /// <summary>"the Yellow Sea"</summary>
    static bool IsWater(ReadOnlySpan<char> name) => name.EndsWith(" Sea") || name.EndsWith(" Ocean") || name.EndsWith(" Gulf") || name.EndsWith(" Bay") || name is "Sea" or "Ocean";

    /// <summary>A party that acts: named, a noun that can act, or a pronoun for one.</summary>
    public static bool IsParty(SentenceView view, int word) =>
        view.PartyOf(word) is { Kind: not PartyKind.Place }
        || (view.Party(word) < 0 && (IsPersonalPronoun(view, word) || (Phrases.ClassOf(view, word) & NounClass.Actors) != 0 || IsUnknownName(view, word)));

    static bool IsNamed(SentenceView view, int word) =>
        view.PartyOf(word) is { Kind: not PartyKind.Place } || (view.Party(word) < 0 && IsUnknownName(view, word))
        || (view.Party(word) < 0 && view.Tree.Children(word).Any(c => c > word && view.Tree.Relation(c) is Relation.Appos or Relation.Flat or Relation.Compound && view.PartyOf(c) is { Kind: not PartyKind.Place }));

    /// <summary>What can be a ship by its name alone: "the Fortune Heron", or a company that ships.</summary>
    static bool IsCarrier(SentenceView view, int word)
    {
        if (view.PartyOf(word) is not { Kind: not PartyKind.Government and not PartyKind.Group } party || view.IsDemonym(word)) return false;
        if (party.Kind is PartyKind.Vessel or PartyKind.Organisation) return true;
        return view.Tree.Word(word).StartsWith("the ", StringComparison.OrdinalIgnoreCase) || view.Tree.Child(word, Relation.Det) >= 0;
    }

    static bool IsCountry(SentenceView view, int word) =>
        view.PartyOf(word) is { } party && view.How(word) is MentionHow.FullName or MentionHow.Alias or MentionHow.Acronym
        && (party.Kind is PartyKind.Organisation or PartyKind.Group
            || (party.Kind == PartyKind.Government && Gazetteer.Country(view.Tree.Word(word)) is not { As: CountryWord.Capital or CountryWord.Seat }));

    static bool IsPersonalPronoun(SentenceView view, int word) =>
        view.Tree.Part(word) == PartOfSpeech.Pron && view.Tree.Form(word) != WordForm.Question && Pronouns.IsPersonal(view.Tree.Word(word));

    /// <summary>A capitalised name that no mention covers, days and months apart.</summary>
    static bool IsUnknownName(SentenceView view, int word) =>
        view.Tree.Part(word) == PartOfSpeech.Propn && char.IsUpper(view.Tree.Word(word)[0]) && !Times.IsCalendarWord(view.Tree.Word(word))
        && Phrases.ClassOf(view, word) == NounClass.None;

    /// <summary>A noun of which the tables know nothing: it may act.</summary>
    static bool IsUnknownNoun(SentenceView view, int word) =>
        view.Tree.Part(word) is PartOfSpeech.Noun or PartOfSpeech.Propn && Phrases.ClassOf(view, word) == NounClass.None
        && !Times.IsCalendarWord(view.Tree.Word(word));
}
