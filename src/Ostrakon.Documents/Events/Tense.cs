using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>What tense, modal verb, negation and condition of a clause alone say of its factuality. Pure.</summary>
static class Tense
{
    /// <summary>The factuality of a clause by its own words. An infinitive or gerund without auxiliary is left to its governor: Planned
    /// stands for the first, Happened for the second.</summary>
    public static Factuality Of(SentenceView view, int verb, EventKind? kind)
    {
        var tree = view.Tree;
        var own = Plain(view, verb, kind);
        if (own is Factuality.Happened or Factuality.Ongoing && HasAdverb(view, verb, Governor.Evidence)) own = Factuality.Alleged;
        if (own is Factuality.Happened or Factuality.Ongoing or Factuality.Planned && HasAdverb(view, verb, Governor.Able)) own = Factuality.Possible;
        if (IsNegated(view, verb)) own = own switch
        {
            Factuality.Possible => Mood(view, verb) is "can" or "could" or "ca" ? Factuality.NotHappened : Factuality.Possible,
            Factuality.NotHappened => Factuality.Uncertain,
            Factuality.Uncertain => Factuality.Uncertain,
            _ => Factuality.NotHappened,
        };
        var isOpen = own is Factuality.Planned or Factuality.Possible or Factuality.Uncertain || (own == Factuality.Ongoing && tree.Form(verb) is WordForm.Present or WordForm.PresentThird);
        return isOpen && HasCondition(view, verb) ? Factuality.Conditional : own;
    }

    static Factuality Plain(SentenceView view, int verb, EventKind? kind)
    {
        var tree = view.Tree;
        // "has yet to deliver"
        if (verb > 1 && tree.Is(verb - 1, "to") && tree.Is(verb - 2, "yet")) return Factuality.NotHappened;
        if (IsInverted(view, verb, "had")) return Factuality.NotHappened;
        var (modal, have, be) = Auxiliaries(view, verb);
        if (modal >= 0)
            return tree.Word(modal) switch
            {
                var w when Is(w, "will") || Is(w, "shall") || w is "'ll" or "’ll" or "wo" => Factuality.Planned,
                var w when Is(w, "would") || w is "'d" or "’d" => have >= 0 ? Factuality.NotHappened : Factuality.Planned,
                var w when Is(w, "can") || Is(w, "could") || Is(w, "may") || Is(w, "might") || w is "ca" => Factuality.Possible,
                _ => Factuality.Uncertain,
            };
        var form = tree.Form(verb);
        if (have >= 0) return form == WordForm.Ing || (be >= 0 && form == WordForm.Ing) ? Factuality.Ongoing : Factuality.Happened;
        if (be >= 0)
        {
            var past = tree.Word(be) is "was" or "were" or "Was" or "Were";
            if (Arguments.HasMark(view, verb, "to") && form == WordForm.Base) return Factuality.Planned;
            if (form == WordForm.Ing) return past ? Factuality.Happened : Factuality.Ongoing;
            if (past) return Factuality.Happened;
            if (Progressive(view, verb)) return Factuality.Ongoing;
            return kind is { IsState: true } ? Factuality.Ongoing : kind is { IsForce: true } or { IsSpeech: true } || IsHeadline(view) ? Factuality.Happened : Factuality.Ongoing;
        }
        return form switch
        {
            WordForm.Past or WordForm.PastParticiple => Factuality.Happened,
            WordForm.Ing => Factuality.Happened,
            WordForm.Present or WordForm.PresentThird => kind is { IsState: true } ? Factuality.Ongoing
                : kind is { IsSpeech: true } or { IsForce: true } || IsHeadline(view) ? Factuality.Happened : Factuality.Ongoing,
            WordForm.Base => Arguments.HasMark(view, verb, "to") ? Factuality.Planned : Did(view, verb),
            _ => Factuality.Happened,
        };
    }

    /// <summary>"did", "does" before a bare infinitive.</summary>
    static Factuality Did(SentenceView view, int verb)
    {
        foreach (var child in view.Tree.Children(verb))
        {
            if (view.Tree.Relation(child) != Relation.Aux) continue;
            if (view.Tree.Word(child) is "did" or "Did") return Factuality.Happened;
            if (view.Tree.Word(child) is "does" or "do" or "Does" or "Do") return Factuality.Ongoing;
        }
        // A headline's present may look like an infinitive; elsewhere it is an order or a wish.
        if (view.Tree.Relation(verb) == Relation.Root && IsHeadline(view)) return Factuality.Happened;
        return view.Tree.Child(verb, Relation.Nsubj) >= 0 && view.Tree.Relation(verb) == Relation.Root ? Factuality.Ongoing : Factuality.Uncertain;
    }

    /// <summary>"Had Iran sold tanks, ...", "Should Iran sell tanks, ...": the auxiliary before the subject makes a condition.</summary>
    public static bool IsInverted(SentenceView view, int verb, string auxiliary)
    {
        if (view.IsQuestion) return false;
        foreach (var child in view.Tree.Children(verb))
        {
            if (view.Tree.Relation(child) is not (Relation.Aux or Relation.AuxPass or Relation.Mark)) continue;
            // It opens the clause.
            return view.Tree.Is(child, auxiliary) && (child == 0 || view.Tree.Word(child - 1) is "," or ";" or "“" or "\"")
                && view.Tree.Children(verb).Any(c => c > child && c < verb && view.Tree.Relation(c) is Relation.Nsubj or Relation.NsubjPass);
        }
        return false;
    }

    static bool Is(ReadOnlySpan<char> word, string form) => word.Equals(form, StringComparison.OrdinalIgnoreCase);

    static bool Progressive(SentenceView view, int verb)
    {
        foreach (var child in view.Tree.Children(verb))
            if (view.Tree.Relation(child) is Relation.Aux or Relation.AuxPass && view.Tree.Is(child, "being")) return true;
        return false;
    }

    /// <summary>Modal, "have" and "be" of the verb; of a coordinated verb without any, those of the first verb.</summary>
    static (int Modal, int Have, int Be) Auxiliaries(SentenceView view, int verb, int depth = 0)
    {
        var tree = view.Tree;
        int modal = -1, have = -1, be = -1;
        foreach (var child in tree.Children(verb))
        {
            if (tree.Relation(child) is not (Relation.Aux or Relation.AuxPass or Relation.Cop) || child > verb) continue;
            var word = tree.Word(child);
            if (tree.Form(child) == WordForm.Modal) modal = child;
            else if (Is(word, "has") || Is(word, "have") || Is(word, "had") || word is "'ve" or "’ve" || Is(word, "having")) have = child;
            else if (Is(word, "is") || Is(word, "are") || Is(word, "was") || Is(word, "were") || Is(word, "be") || Is(word, "am") || word is "'re" or "’re" or "'m" or "’m") be = child;
            else if (word is "'s" or "’s") { if (tree.Form(verb) == WordForm.PastParticiple && tree.Child(verb, Relation.AuxPass) < 0) have = child; else be = child; }
        }
        var bare = modal < 0 && have < 0 && be < 0;
        if (bare && depth < 3 && tree.Relation(verb) == Relation.Conj && tree.Child(verb, Relation.Nsubj) < 0
            && tree.Form(verb) is WordForm.Base or WordForm.PastParticiple or WordForm.Ing && tree.Head(verb) >= 0 && !tree.Children(verb).Any(c => tree.Relation(c) == Relation.Aux))
        {
            var first = Auxiliaries(view, tree.Head(verb), depth + 1);
            // A participle after a plain past is a past that the tagger mistook.
            return first;
        }
        return (modal, have, be);
    }

    static string Mood(SentenceView view, int verb) => Auxiliaries(view, verb).Modal is >= 0 and var modal ? view.Tree.Word(modal).ToString().ToLowerInvariant() : "";

    public static bool IsNegated(SentenceView view, int verb)
    {
        var tree = view.Tree;
        foreach (var child in tree.Children(verb))
        {
            switch (tree.Relation(child))
            {
                case Relation.Advmod or Relation.CcPreconj or Relation.Cc or Relation.Det when (Governors.Of('r', tree.Word(child)) & Governor.Not) != 0 && !tree.Is(child, "only"):
                    // "not only", "not just" affirm.
                    if (child + 1 < tree.Count && tree.Word(child + 1) is "only" or "just" or "merely") continue;
                    return true;
                // "Neither Latvia nor Estonia has": it may hang on the verb as a mark.
                case Relation.Mark when tree.Is(child, "neither"):
                case Relation.Advmod when tree.Is(child, "longer"):
                    return true;
                case Relation.Aux when tree.Children(child).Any(c => (Governors.Of('r', tree.Word(c)) & Governor.Not) != 0):
                    return true;
                case Relation.Nsubj or Relation.NsubjPass or Relation.Obj when IsNone(view, child):
                    return true;
            }
        }
        return false;
    }

    /// <summary>"no arrests", "nobody", "none of them".</summary>
    public static bool IsNone(SentenceView view, int noun)
    {
        if (view.Tree.Word(noun) is "nobody" or "Nobody" or "none" or "None" or "nothing" or "Nothing" or "neither" or "Neither") return true;
        foreach (var child in view.Tree.Children(noun))
            if (child < noun && view.Tree.Relation(child) is Relation.Det or Relation.Advmod or Relation.Amod or Relation.Discourse && view.Tree.Word(child) is "no" or "No" or "neither" or "Neither" or "zero") return true;
        return false;
    }

    public static bool HasAdverb(SentenceView view, int verb, Governor wanted)
    {
        foreach (var child in view.Tree.Children(verb))
            if (view.Tree.Relation(child) is Relation.Advmod or Relation.Discourse or Relation.Parataxis && (Governors.Of('r', view.Tree.Word(child)) & wanted) != 0) return true;
        return false;
    }

    /// <summary>Whether the clause depends on a condition that stands beside it.</summary>
    public static bool HasCondition(SentenceView view, int verb)
    {
        var tree = view.Tree;
        foreach (var child in tree.Children(verb))
            if (tree.Relation(child) is Relation.Advcl or Relation.AdvclRelcl or Relation.Ccomp && Marks.IsConditional(view, child)) return true;
        if (HasOpeningCondition(view, verb) || HasClosingCondition(view, verb)) return true;
        if (tree.Relation(verb) == Relation.Conj && tree.Head(verb) >= 0 && Subjects.IsPredicate(view, tree.Head(verb)) && tree.Head(verb) < verb)
            return HasCondition(view, tree.Head(verb));
        return false;
    }

    /// <summary>"Iran will sell tanks if Cuba agrees": the parser may take the condition for the main clause.</summary>
    public static bool IsUnderItsCondition(SentenceView view, int verb)
    {
        var tree = view.Tree;
        var head = tree.Head(verb);
        if (head <= verb || tree.Head(head) >= 0 || tree.Relation(verb) is not (Relation.Ccomp or Relation.Advcl or Relation.Parataxis)) return false;
        foreach (var child in tree.Children(head))
            if (child > verb && child < head && tree.Relation(child) == Relation.Mark && (tree.Is(child, "if") || tree.Is(child, "unless"))) return true;
        return false;
    }

    /// <summary>"If the vote is rigged, Ottawa will ...": the parser may not see that the second clause is the main one.</summary>
    static bool HasOpeningCondition(SentenceView view, int verb)
    {
        if (!(view.Tree.Is(0, "if") || view.Tree.Is(0, "unless"))) return false;
        for (var i = 1; i < verb; i++)
            if (view.Tree.Is(i, ",")) return view.Tree.Relation(verb) is not (Relation.AclRelcl or Relation.Acl);
        return false;
    }

    /// <summary>"provided that", "as long as", "on condition that" behind the verb.</summary>
    static bool HasClosingCondition(SentenceView view, int verb)
    {
        for (var i = verb + 1; i + 2 < view.Tree.Count; i++)
        {
            if (view.Tree.Word(i) is "provided" or "providing" && view.Tree.Is(i + 1, "that")) return true;
            if (view.Tree.Is(i, "as") && view.Tree.Is(i + 1, "long") && view.Tree.Is(i + 2, "as")) return true;
            if (view.Tree.Is(i, "on") && view.Tree.Is(i + 1, "condition")) return true;
        }
        return false;
    }

    /// <summary>A line without a final mark: its present tells news.</summary>
    public static bool IsHeadline(SentenceView view) =>
        view.Tree.Count < 24 && view.Sentence.Tokens[^1].In(view.Tree.Text) is var last && last.Length > 0 && last[0] is not ('.' or '!' or '?' or '"' or '”' or '\'' or '’' or ':' or ';');
}
