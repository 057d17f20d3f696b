using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>How a verb carries a noun that names an event.</summary>
enum CarrierMode
{
    /// <summary>"imposed sanctions on": the noun is the object, or the subject of the passive.</summary>
    Object,
    /// <summary>"placed X under sanctions".</summary>
    Prepositional,
    /// <summary>"talks took place": the noun is the subject.</summary>
    Subject,
    /// <summary>"X is a front for Y", "X, a front for Y", "X acts as a front": the word is X.</summary>
    Predicate,
}

/// <summary>The verb that carries a noun, or for a predicate the noun it is said of. Immutable.</summary>
readonly record struct Carrier(int Word, CarrierMode Mode);

/// <summary>A word that names an event. Immutable.</summary>
/// <param name="Word">The word.</param>
/// <param name="Part">'v', 'n' or 'a'.</param>
/// <param name="Carrier">What carries a noun or adjective.</param>
/// <param name="Verb">The verb or noun whose tense and surroundings decide the factuality of a noun; the word itself for a verb.</param>
readonly record struct Trigger(int Word, char Part, Carrier? Carrier, int Verb)
{
    public static Trigger Of(SentenceView view, int word, char part)
    {
        if (part == 'v') return new(word, part, null, word);
        var tree = view.Tree;
        // "an hour of discussions", "the signing of the accord", "a freeze and a ban": the first noun stands in the clause.
        var at = word;
        while (tree.Head(at) >= 0 && (tree.Relation(at) == Relation.Conj && Phrases.IsNominal(view, tree.Head(at))
            || tree.Relation(at) is Relation.Nmod && Phrases.CaseOf(view, at) is "of" && IsTransparent(view, tree.Head(at)))) at = tree.Head(at);
        var head = tree.Head(at);
        if (tree.Child(word, Relation.Cop) >= 0 || (head < 0 && tree.Child(word, Relation.Nsubj) >= 0))
            return new(word, part, Subjects.Of(view, word) is >= 0 and var subject ? new(subject, CarrierMode.Predicate) : null, word);
        if (head < 0) return new(word, part, null, -1);
        switch (tree.Relation(at))
        {
            case Relation.Obj or Relation.NsubjPass when tree.Part(head) == PartOfSpeech.Verb:
                return new(word, part, new(head, CarrierMode.Object), head);
            case Relation.Nsubj or Relation.Csubj:
                return new(word, part, new(head, CarrierMode.Subject), head);
            case Relation.Appos when Phrases.IsNominal(view, head):
                return new(word, part, new(head, CarrierMode.Predicate), head);
            case Relation.Acl or Relation.Amod or Relation.AclRelcl when part == 'a':
                return new(word, part, new(head, CarrierMode.Predicate), word);
            case Relation.Xcomp or Relation.Advcl when part == 'a' || Phrases.CaseOf(view, at) is "" && tree.Child(head, Relation.Obj) < 0:
                return new(word, part, Subjects.Of(view, head) is >= 0 and var s ? new(s, CarrierMode.Predicate) : null, head);
            case Relation.Obl or Relation.Xcomp or Relation.Nmod when tree.Part(head) is PartOfSpeech.Verb:
                if (Phrases.CaseOf(view, at) is "as")
                {
                    var owner = Arguments.LogicalObject(view, head).FirstOrDefault(-1) is >= 0 and var described ? described : Subjects.Of(view, head);
                    return new(word, part, owner >= 0 ? new(owner, CarrierMode.Predicate) : null, head);
                }
                return new(word, part, new(head, CarrierMode.Prepositional), head);
            default:
                return new(word, part, null, head);
        }
    }

    /// <summary>A noun that only measures or phases the event behind its "of".</summary>
    static bool IsTransparent(SentenceView view, int noun) =>
        (Phrases.ClassOf(view, noun) & NounClass.Measure) != 0 || (Governors.Of('n', view.Tree.Word(noun)) & Governor.Begin) != 0;
}
