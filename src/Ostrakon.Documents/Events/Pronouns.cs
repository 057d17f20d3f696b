using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Whom a pronoun stands for, where the mentions do not say: the subject of the clause above, else the nearest name before it
/// that fits. Pure.</summary>
static class Pronouns
{
    /// <summary>A party, or the head of a phrase of the same sentence that has no name.</summary>
    public readonly record struct Target(int Party, int Word);

    public static bool IsPronoun(SentenceView view, int word) => view.Tree.Part(word) == PartOfSpeech.Pron || view.Tree.Word(word) is "who" or "which" or "that";

    /// <summary>Whether the pronoun can stand for somebody at all.</summary>
    public static bool IsPersonal(ReadOnlySpan<char> word) =>
        word.Length <= 5 && (word.Equals("he", StringComparison.OrdinalIgnoreCase) || word.Equals("she", StringComparison.OrdinalIgnoreCase)
        || word.Equals("it", StringComparison.OrdinalIgnoreCase) || word.Equals("they", StringComparison.OrdinalIgnoreCase)
        || word.Equals("we", StringComparison.OrdinalIgnoreCase) || word.Equals("i", StringComparison.OrdinalIgnoreCase)
        || word is "him" or "her" or "them" or "us" or "his" or "Her" or "His" or "its" or "Its" or "their" or "Their" or "our" or "Our" or "my" or "My" or "who" or "which");

    public static Target? Antecedent(SentenceView view, int word)
    {
        var form = view.Tree.Word(word).ToString().ToLowerInvariant();
        if (!IsPersonal(form)) return null;
        if (form is "we" or "us" or "our" or "i" or "my" && view.Sources.First is >= 0 and var speaker && speaker != word)
            return new(view.Party(speaker), speaker);
        // Above: "Cairo denied that it had ..."
        for (var at = view.Tree.Head(word); at >= 0; at = view.Tree.Head(at))
        {
            // "threatened Chad with sanctions if it ...": whom one threatens is who must not.
            if (ThreatenedBy(view, at, word) is >= 0 and var threatened && view.PartyOf(threatened) is { } hearer && Fits(form, hearer.Kind)) return new(view.Party(threatened), threatened);
            var subject = view.Tree.Child(at, Relation.Nsubj) is >= 0 and var active ? active : view.Tree.Child(at, Relation.NsubjPass);
            if (subject < 0 || subject >= word || view.Tree.IsUnder(word, subject)) continue;
            if (view.PartyOf(subject) is { } party)
            {
                if (Fits(form, party.Kind)) return new(view.Party(subject), subject);
            }
            else if (!IsPronoun(view, subject) && Fits(form, Phrases.ClassOf(view, subject), view.Tree.Form(subject) == WordForm.Plural)) return new(-1, subject);
        }
        // Before, in this sentence and the ones before it.
        var before = view.Map.Inside(Math.Max(0, view.Tree.Words[word].Start - 600), view.Tree.Words[word].Start);
        for (var i = before.Length - 1; i >= 0; i--)
            if (before[i].How != MentionHow.Demonym && Fits(form, view.Map.Parties[before[i].Party].Kind)) return new(before[i].Party, -1);
        return null;
    }

    /// <summary>The object of a threat of which a pronoun stands in the condition; -1 for none.</summary>
    static int ThreatenedBy(SentenceView view, int verb, int word)
    {
        if (view.Tree.Part(verb) != PartOfSpeech.Verb || (Governors.Of('v', view.Tree.Word(verb)) & Governor.Threat) == 0) return -1;
        for (var at = word; at >= 0 && at != verb; at = view.Tree.Head(at))
            if (Marks.IsConditional(view, at)) return view.Tree.Child(verb, Relation.Obj);
        return -1;
    }

    static bool Fits(string pronoun, NounClass noun, bool plural) => pronoun switch
    {
        "he" or "him" or "his" or "she" or "her" or "i" or "my" => !plural && (noun & NounClass.Person) != 0,
        "it" or "its" => !plural && (noun & (NounClass.Body | NounClass.Vessel | NounClass.Forces | NounClass.Armed)) != 0,
        _ => plural && (noun & NounClass.Actors) != 0,
    };

    static bool Fits(string pronoun, PartyKind kind) => pronoun switch
    {
        "he" or "him" or "his" or "she" or "her" => kind == PartyKind.Person,
        "it" or "its" or "which" => kind is not PartyKind.Person and not PartyKind.Place,
        "who" => kind is PartyKind.Person or PartyKind.Group,
        _ => kind is not PartyKind.Place,
    };
}
