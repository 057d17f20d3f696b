using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Who or what a verb is said of, written beside it or not: by relative clause, coordination, control and participle. Pure.</summary>
static class Subjects
{
    /// <summary>Whether the verb is passive: its subject is its object.</summary>
    public static bool IsPassive(SentenceView view, int verb)
    {
        var tree = view.Tree;
        // A passive has a form of "be" or "get" where it has auxiliaries at all: "would have sold" is none, whatever the parser says.
        if (Auxiliaries(view, verb) > 0 && !HasBe(view, verb)) return false;
        if (tree.Child(verb, Relation.AuxPass) >= 0 || tree.Child(verb, Relation.NsubjPass) >= 0) return true;
        if (tree.Form(verb) is not (WordForm.PastParticiple or WordForm.Past)) return false;
        if (tree.Relation(verb) == Relation.Conj && Auxiliaries(view, verb) == 0 && tree.Child(verb, Relation.Nsubj) < 0 && tree.Part(tree.Head(verb)) == PartOfSpeech.Verb)
            return tree.Form(verb) == WordForm.PastParticiple && tree.Child(verb, Relation.Obj) < 0 && IsPassive(view, tree.Head(verb));
        // A participle without auxiliary: "coal carried by", "heavily sanctioned", "found guilty, she was jailed".
        if (Auxiliaries(view, verb) > 0 || tree.Child(verb, Relation.Nsubj) >= 0 || tree.Child(verb, Relation.Obj) >= 0) return false;
        return tree.Relation(verb) is Relation.Acl or Relation.Amod or Relation.Advcl or Relation.Appos or Relation.Xcomp
            || (tree.Form(verb) == WordForm.PastParticiple && tree.Relation(verb) is not (Relation.Root or Relation.Ccomp or Relation.Conj or Relation.AclRelcl));
    }

    static bool HasBe(SentenceView view, int verb)
    {
        foreach (var child in view.Tree.Children(verb))
            if (view.Tree.Relation(child) is Relation.Aux or Relation.AuxPass or Relation.Cop && BeOrGet.Contains(view.Tree.Word(child))) return true;
        return false;
    }

    static readonly WordList BeOrGet = new(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m", "get", "gets", "got", "gotten", "getting"]);

    static int Auxiliaries(SentenceView view, int verb)
    {
        var count = 0;
        foreach (var child in view.Tree.Children(verb))
            if (view.Tree.Relation(child) is Relation.Aux or Relation.AuxPass or Relation.Cop) count++;
        return count;
    }

    /// <summary>The word that the verb's written or implied subject is; -1 where there is none. For a passive it is what suffers.</summary>
    public static int Of(SentenceView view, int verb, int depth = 0)
    {
        var tree = view.Tree;
        if (depth > 8) return -1;
        foreach (var child in tree.Children(verb))
        {
            if (tree.Relation(child) is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter)) continue;
            if (IsRelative(view, child)) return Antecedent(view, verb);
            return child;
        }
        var head = tree.Head(verb);
        if (head < 0) return -1;
        switch (tree.Relation(verb))
        {
            case Relation.AclRelcl:
                return tree.Child(verb, Relation.Obj) >= 0 || IsPassive(view, verb) || !HasSubjectBefore(view, verb) ? head : -1;
            case Relation.Acl:
                return tree.Child(verb, Relation.Mark) >= 0 ? OfNoun(view, head, depth + 1) : head;
            case Relation.Amod:
                return head;
            case Relation.Appos:
                return Phrases.IsNominal(view, head) ? head : -1;
            case Relation.Conj or Relation.Parataxis:
                // "it was revealed that Iran had built it and sold it": the "it" of the first verb is nobody.
                if (Of(view, head, depth + 1) is >= 0 and var shared && tree.Is(shared, "it") && tree.Child(head, Relation.Ccomp) is >= 0 and var content && content < verb) return Of(view, content, depth + 1);
                return IsPredicate(view, head) ? Of(view, head, depth + 1) : -1;
            case Relation.Xcomp or Relation.Advcl or Relation.Ccomp or Relation.Obl or Relation.Dep:
                return IsPredicate(view, head) ? Controller(view, verb, head, depth) : OfNoun(view, head, depth + 1);
            case Relation.Nmod:
                return OfNoun(view, head, depth + 1);
            // "denies being a front for"
            case Relation.Obj when tree.Child(verb, Relation.Cop) >= 0 && IsPredicate(view, head):
                return Of(view, head, depth + 1);
            default:
                return -1;
        }
    }

    static bool HasSubjectBefore(SentenceView view, int verb) => view.Tree.Child(verb, Relation.Nsubj) >= 0;

    /// <summary>"who", "which", "that" as the subject of a relative clause.</summary>
    static bool IsRelative(SentenceView view, int word) => view.Tree.Word(word) is "who" or "which" or "that" && view.Party(word) < 0;

    /// <summary>The noun that a relative clause is about.</summary>
    static int Antecedent(SentenceView view, int verb)
    {
        var tree = view.Tree;
        for (var at = verb; at >= 0; at = tree.Head(at))
            if (tree.Relation(at) is Relation.AclRelcl or Relation.Acl or Relation.Appos or Relation.Nmod) return tree.Head(at);
            else if (tree.Relation(at) is not (Relation.Conj or Relation.Ccomp or Relation.Parataxis)) break;
        // The clause hangs elsewhere: the noun before the pronoun is meant.
        var subject = tree.Child(verb, Relation.Nsubj) is >= 0 and var s ? s : tree.Child(verb, Relation.NsubjPass);
        for (var i = subject - 1; i >= 0; i--)
            if (Phrases.IsNominal(view, i)) return tree.Relation(i) is Relation.Flat or Relation.Compound ? tree.Head(i) : i;
        return -1;
    }

    /// <summary>Who does what an infinitive or gerund under another verb says: the object of "urge X to", the subject of the rest.</summary>
    static int Controller(SentenceView view, int verb, int head, int depth)
    {
        var tree = view.Tree;
        var governor = Governors.Of('v', tree.Word(head));
        // "quoted a colonel as saying"
        if ((governor & Governor.Say) != 0 && (Governors.Of('v', tree.Word(verb)) & Governor.Say) != 0 && tree.Child(head, Relation.Obj) is >= 0 and var quoted && quoted < verb) return quoted;
        var taken = (governor & (Governor.Demand | Governor.Allege)) != 0 || tree.Relation(verb) == Relation.Xcomp && (governor & (Governor.Intend | Governor.Say)) == 0;
        if (taken && !IsPassive(view, head))
        {
            foreach (var child in tree.Children(head))
                if (tree.Relation(child) is Relation.Obj or Relation.Iobj && child < verb) return child;
        }
        return Of(view, head, depth + 1);
    }

    /// <summary>Who does what hangs on a noun: "Russia's efforts to secure", "it made an attempt to".</summary>
    static int OfNoun(SentenceView view, int noun, int depth)
    {
        var tree = view.Tree;
        if (depth > 8) return -1;
        var owner = tree.Child(noun, Relation.NmodPoss);
        if (owner >= 0) return owner;
        foreach (var child in tree.Children(noun))
            if (tree.Relation(child) == Relation.Nmod && Phrases.CaseOf(view, child) is "by" or "of" && view.Party(child) >= 0) return child;
        foreach (var child in tree.Children(noun))
            if (tree.Relation(child) is Relation.Amod or Relation.Compound && view.Party(child) >= 0) return child;
        if (tree.Child(noun, Relation.Nsubj) is >= 0 and var subject) return subject;
        for (var at = noun; at >= 0; at = tree.Head(at))
        {
            var head = tree.Head(at);
            if (head < 0) return -1;
            // "customs foiled an attempt to smuggle": others have tried.
            if (tree.Relation(at) is Relation.Obj && (Governors.Of('v', tree.Word(head)) & Governor.Foil) != 0 && (Governors.Of('n', tree.Word(at)) & Governor.Seek) != 0) return -1;
            if (tree.Relation(at) is Relation.Obj or Relation.Obl or Relation.Xcomp or Relation.NsubjPass && IsPredicate(view, head)) return Of(view, head, depth + 1);
            if (tree.Relation(at) is Relation.Nsubj) return -1;
            if (tree.Relation(at) is not (Relation.Nmod or Relation.Conj or Relation.Acl)) return -1;
        }
        return -1;
    }

    public static bool IsPredicate(SentenceView view, int word) =>
        view.Tree.Part(word) is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Adj || view.Tree.Child(word, Relation.Cop) >= 0 || view.Tree.Child(word, Relation.Nsubj) >= 0;
}
