using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Reads how real an event is: from the words of its clause, then from each clause above it, outwards. Pure.</summary>
static class FactualityReader
{
    const int Deepest = 12;

    public static Reading Read(SentenceView view, Trigger trigger, EventKind kind)
    {
        if (trigger.Part == 'v') return Clause(view, trigger.Word, kind);
        return NounReader.Read(view, trigger, kind);
    }

    /// <summary>The reading of a clause by its verb or predicate.</summary>
    public static Reading Clause(SentenceView view, int verb, EventKind? kind, int depth = 0)
    {
        var own = Tense.Of(view, verb, kind);
        return depth > Deepest ? Reading.Of(Factuality.Uncertain) : Embed(view, verb, own, depth);
    }

    /// <summary>What the clauses above make of a clause's own factuality.</summary>
    static Reading Embed(SentenceView view, int verb, Factuality own, int depth)
    {
        var tree = view.Tree;
        var head = tree.Head(verb);
        var mark = Marks.Of(view, verb);
        var isBare = IsBare(view, verb);
        if (Tense.IsUnderItsCondition(view, verb)) return Reading.Of(own is Factuality.NotHappened or Factuality.Happened ? own : Factuality.Conditional);
        if (mark is "whether") return Above(view, head, depth).With(Factuality.Uncertain);
        if (mark is "if" && tree.Relation(verb) == Relation.Ccomp && head >= 0 && (Governors.Of('v', tree.Word(head)) & (Governor.Ask | Governor.Demand)) != 0)
            return Above(view, head, depth).With(Factuality.Uncertain);
        if (Marks.IsConditional(view, verb)) return Above(view, head, depth).With(own is Factuality.NotHappened && Above(view, head, depth).Factuality == Factuality.NotHappened ? own : Factuality.Conditional);
        if (mark is "before" or "until" or "lest" && own == Factuality.Possible) return Above(view, head, depth).With(Factuality.NotHappened);
        if (mark is "without" or "instead" or "rather" or "against" && isBare || (verb > 1 && tree.Is(verb - 1, "of") && tree.Is(verb - 2, "short"))) return Above(view, head, depth).With(Factuality.NotHappened);
        if (head < 0) return Reading.Of(view.IsQuestion ? Factuality.Uncertain : own);

        switch (tree.Relation(verb))
        {
            case Relation.Conj when Subjects.IsPredicate(view, head):
                // The second of two verbs stands under what the first stands under, and keeps its own tense.
                return isBare && tree.Form(verb) is WordForm.Base or WordForm.Ing && tree.Child(verb, Relation.Nsubj) < 0
                    ? Clause(view, head, null, depth + 1) is var first && Tense.IsNegated(view, head) ? Embed(view, head, own, depth + 1) : first
                    : Embed(view, head, own, depth + 1);
            case Relation.AclRelcl:
                // "a fairy tale that we give weapons": the noun says the clause; the parser cannot tell it from "a tale that we like".
                return IsContent(view, verb, head) ? Finite(view, head, own, depth, Relation.Acl) : Sources(view, head, depth).With(own);
            case Relation.Ccomp or Relation.Parataxis or Relation.Csubj or Relation.Dep or Relation.Obj:
                return isBare ? Nonfinite(view, verb, head, own, mark, depth)
                    : IsSideBySide(view, verb, head) ? Sources(view, head, depth).With(own)
                    : Finite(view, head, own, depth, tree.Relation(verb));
            case Relation.Acl:
                return tree.Form(verb) is WordForm.PastParticiple or WordForm.Past && isBare ? Sources(view, head, depth).With(own)
                    : isBare ? Nonfinite(view, verb, head, own, mark, depth) : Finite(view, head, own, depth, Relation.Acl);
            case Relation.Amod:
                return Sources(view, head, depth).With(own);
            case Relation.Advcl or Relation.AdvclRelcl or Relation.Xcomp or Relation.Obl or Relation.Nmod:
                if (tree.Form(verb) is WordForm.PastParticiple && isBare && mark is "" && tree.Relation(verb) != Relation.Xcomp) return Above(view, head, depth).With(own);
                return isBare ? Nonfinite(view, verb, head, own, mark, depth)
                    : tree.Relation(verb) == Relation.Xcomp || (mark is "" && IsSaying(view, head)) ? Finite(view, head, own, depth, Relation.Ccomp)
                    : Above(view, head, depth).With(own);
            default:
                return Above(view, head, depth).With(own);
        }
    }

    /// <summary>"Moscow is looking for shells, and Pyongyang can provide them": the parser hangs the first clause under the second, which does not govern it.</summary>
    static bool IsSideBySide(SentenceView view, int verb, int head)
    {
        if (verb > head || !Subjects.IsPredicate(view, head)) return false;
        foreach (var child in view.Tree.Children(head))
            if (child > verb && child < head && view.Tree.Relation(child) == Relation.Cc) return true;
        return false;
    }

    static bool IsContent(SentenceView view, int verb, int noun) =>
        GovernorOf(view, noun) is not Governor.None && view.Tree.Child(verb, Relation.Nsubj) is >= 0 and var subject && noun + 1 < view.Tree.Count && view.Tree.Is(noun + 1, "that")
        && subject != noun + 1 && (view.Tree.Child(verb, Relation.Obj) < 0 || view.Tree.Children(verb).Any(c => view.Tree.Relation(c) == Relation.Obj && c > verb));

    /// <summary>An infinitive, a gerund or a participle without auxiliary.</summary>
    static bool IsBare(SentenceView view, int verb)
    {
        foreach (var child in view.Tree.Children(verb))
            if (view.Tree.Relation(child) is Relation.Aux or Relation.AuxPass or Relation.Cop && !view.Tree.Is(child, "be") && !view.Tree.Is(child, "being") && !view.Tree.Is(child, "been") && !view.Tree.Is(child, "having") && !view.Tree.Is(child, "have")) return false;
        return view.Tree.Form(verb) is WordForm.Base or WordForm.Ing or WordForm.PastParticiple
            && (view.Tree.Child(verb, Relation.Nsubj) < 0 || view.Tree.Form(verb) is WordForm.Ing || Arguments.HasMark(view, verb, "to"));
    }

    static bool IsSaying(SentenceView view, int word) => (GovernorOf(view, word) & (Governor.Say | Governor.Deny | Governor.Allege)) != 0;

    /// <summary>A clause with a tense of its own under a word that says, denies or threatens it.</summary>
    static Reading Finite(SentenceView view, int head, Factuality own, int depth, Relation relation)
    {
        var above = ReadHead(view, head, depth);
        var governors = GovernorOf(view, head);
        var governor = First(governors, Governor.Deny, Governor.Allege, Governor.Threat, Governor.Evidence, Governor.Say, Governor.Doubt, Governor.Ask, Governor.Demand, Governor.Intend, Governor.Able, Governor.Begin);
        if (governor == Governor.None && relation == Relation.Acl) return above.With(own);
        if (relation is Relation.Dep or Relation.Parataxis && governor is not (Governor.Say or Governor.Deny or Governor.Allege or Governor.Evidence or Governor.Threat))
            return above.With(own);
        var isPassive = view.Tree.Part(head) == PartOfSpeech.Verb && Subjects.IsPassive(view, head);
        if (governor == Governor.Evidence && SpeakerOf(view, head) is >= 0 and var by && !Selection.IsParty(view, by) && (Phrases.ClassOf(view, by) & NounClass.Source) == 0)
            return above.With(Composition.Said(governor, own, above.Factuality));
        var reading = above.With(isPassive && governor == Governor.Say && IsHearsay(view, head) ? Composition.Said(Governor.Evidence, own, above.Factuality) : Composition.Said(governor, own, above.Factuality));
        // "warned that it would impose sanctions if": the condition is the content's, whatever the parser hangs it under.
        if (governor == Governor.Threat && reading.Factuality == Factuality.Possible && HasConditionAround(view, head)) reading = reading.With(Factuality.Conditional);
        return governor is Governor.Say or Governor.Deny or Governor.Allege or Governor.Threat or Governor.Evidence ? reading.SaidBy(SpeakerOf(view, head)) : reading;
    }

    /// <summary>"it is believed that", "is said to": nobody says it who is named. "It was revealed that" is a fact.</summary>
    static bool IsHearsay(SentenceView view, int verb) => view.Tree.Word(verb) is "believed" or "said" or "reported" or "thought" or "claimed" or "understood" or "rumoured" or "rumored" or "estimated" or "considered" or "feared" or "known" && !view.Tree.Is(verb, "known");

    /// <summary>An infinitive, gerund or participle under its governor.</summary>
    static Reading Nonfinite(SentenceView view, int verb, int head, Factuality own, string mark, int depth)
    {
        var tree = view.Tree;
        var above = ReadHead(view, head, depth);
        var governors = GovernorOf(view, head);
        var isInfinitive = tree.Form(verb) == WordForm.Base || Arguments.HasMark(view, verb, "to");
        var governor = First(governors, Governor.Deny, Governor.Allege, Governor.Fail, Governor.Threat, Governor.Seek, Governor.Demand, Governor.Able, Governor.Intend, Governor.GoOn, Governor.Begin, Governor.Evidence, Governor.Doubt);
        // "tried to", not "tried for".
        if (governor == Governor.Allege && isInfinitive && (governors & Governor.Seek) != 0) governor = Governor.Seek;
        // "is reported to have", "is believed to"
        if ((governors & Governor.Say) != 0 && isInfinitive && Subjects.IsPassive(view, head)) governor = Governor.Evidence;
        if (tree.Relation(verb) is Relation.Advcl or Relation.Obl or Relation.Nmod && mark is "by" or "after" or "while" or "when" or "despite" or "in" or "since" or "until" or "through") governor = Governor.Begin;
        else if (tree.Relation(verb) == Relation.Advcl && mark is "" && !isInfinitive && governor is not (Governor.Deny or Governor.Allege or Governor.Fail or Governor.GoOn or Governor.Able)) governor = Governor.Begin;
        else if (governor == Governor.Begin && isInfinitive && tree.Relation(verb) is Relation.Advcl or Relation.Acl && view.Tree.Part(head) != PartOfSpeech.Adj) governor = Governor.Intend;
        else if (mark is "before") governor = Governor.Plan;
        if (governor == Governor.None)
        {
            // "to fire at enemy lines": a purpose. "saying", "said": quoted speech.
            if (isInfinitive) governor = Governor.Intend;
            else if ((governors & Governor.Say) != 0) return above.With(own).SaidBy(SpeakerOf(view, head));
            else return above.With(tree.Relation(verb) is Relation.Advcl or Relation.Acl ? above.Factuality : Factuality.Uncertain);
        }
        if (governor == Governor.Intend && above.Factuality is Factuality.Conditional && Arguments.IsCondition(view, head)) return above;
        var factuality = Composition.Under(governor, above.Factuality);
        if (governor == Governor.Threat && HasConditionAround(view, head)) factuality = Factuality.Conditional;
        if (governor == Governor.Seek && factuality == Factuality.Planned && ComesToNothing(view, head)) factuality = Factuality.NotHappened;
        if (Tense.IsNegated(view, verb)) factuality = factuality is Factuality.Happened or Factuality.Ongoing or Factuality.Planned ? Factuality.NotHappened : factuality;
        if (own == Factuality.NotHappened && factuality is Factuality.Happened or Factuality.Ongoing or Factuality.Planned) factuality = own;
        var reading = above.With(factuality);
        return governor is Governor.Deny or Governor.Threat or Governor.Allege ? reading.SaidBy(SpeakerOf(view, head)) : reading;
    }

    /// <summary>"tried to hack it but failed", "tried in vain to".</summary>
    static bool ComesToNothing(SentenceView view, int seeker)
    {
        foreach (var child in view.Tree.Children(seeker))
            if (view.Tree.Relation(child) == Relation.Conj && child > seeker && (Governors.Of('v', view.Tree.Word(child)) & Governor.Miscarry) != 0
                || view.Tree.Word(child) is "vain" or "unsuccessfully") return true;
        return false;
    }

    /// <summary>Whether a threat depends on something: a condition at a clause above, or anywhere behind it, whatever the parser hangs it under.</summary>
    public static bool HasConditionAround(SentenceView view, int word)
    {
        for (var i = word + 1; i < view.Tree.Count; i++)
            if (view.Tree.Word(i) is "if" or "unless") return true;
        for (var at = word; at >= 0; at = view.Tree.Head(at))
            if (Tense.HasCondition(view, at)) return true;
        return false;
    }

    static Reading ReadHead(SentenceView view, int head, int depth) =>
        Subjects.IsPredicate(view, head) ? Clause(view, head, null, depth + 1) : NounReader.OfNoun(view, head, null, depth + 1);

    /// <summary>The reading of a clause further up, for an adverbial clause below it.</summary>
    static Reading Above(SentenceView view, int head, int depth) => head < 0 ? Reading.Of(Factuality.Uncertain) : ReadHead(view, head, depth);

    /// <summary>Who says the clause around a noun.</summary>
    public static Reading Sources(SentenceView view, int noun, int depth)
    {
        for (var at = noun; at >= 0; at = view.Tree.Head(at))
            if (Subjects.IsPredicate(view, at) && at != noun || view.Tree.Head(at) < 0)
                return view.Tree.Head(at) < 0 && !Subjects.IsPredicate(view, at) ? Reading.Of(Factuality.Uncertain) : Clause(view, at, null, depth + 1);
        return Reading.Of(Factuality.Uncertain);
    }

    static Governor First(Governor set, params ReadOnlySpan<Governor> order)
    {
        foreach (var one in order)
            if ((set & one) != 0) return one;
        return Governor.None;
    }

    /// <summary>What a word does to what it governs.</summary>
    public static Governor GovernorOf(SentenceView view, int word)
    {
        var form = view.Tree.Word(word);
        return view.Tree.Part(word) switch
        {
            PartOfSpeech.Verb or PartOfSpeech.Aux => WithParticle(view, word) is not Governor.None and var both ? both : Governors.Of('v', form) | (view.Tree.Form(word) == WordForm.PastParticiple ? Governors.Of('a', form) : Governor.None),
            PartOfSpeech.Adj => Governors.Of('a', form) is Governor.None ? Governors.Of('v', form) : Governors.Of('a', form),
            PartOfSpeech.Adv => Governors.Of('a', form),
            _ => Governors.Of('n', form) | Compound(view, word),
        };
    }

    /// <summary>"ruled out", "decided against": the particle makes it another word.</summary>
    static Governor WithParticle(SentenceView view, int verb) =>
        verb + 1 < view.Tree.Count && view.Tree.Part(verb + 1) is PartOfSpeech.Adp or PartOfSpeech.Adv && view.Tree.Words[verb + 1].End - view.Tree.Words[verb].Start < 24
            ? Governors.Of('v', view.Tree.Text.AsSpan(view.Tree.Words[verb].Start, view.Tree.Words[verb + 1].End - view.Tree.Words[verb].Start)) : Governor.None;

    /// <summary>"fairy tale"</summary>
    static Governor Compound(SentenceView view, int word) =>
        word == 0 ? Governor.None : Governors.Of('n', view.Tree.Text.AsSpan(view.Tree.Words[word - 1].Start, Math.Min(40, view.Tree.Words[word].End - view.Tree.Words[word - 1].Start)));

    /// <summary>Who says, denies or threatens: the subject, the "by", the owner of a noun; -1 where nobody is named.</summary>
    public static int SpeakerOf(SentenceView view, int word)
    {
        var tree = view.Tree;
        var speaker = view.Sources.SpeakerOf(word);
        if (speaker >= 0) return speaker;
        if (tree.Part(word) == PartOfSpeech.Verb) speaker = Arguments.LogicalSubject(view, word).FirstOrDefault(-1);
        else
        {
            foreach (var child in tree.Children(word))
                if (tree.Relation(child) == Relation.NmodPoss || (tree.Relation(child) == Relation.Nmod && Phrases.CaseOf(view, child) is "by" or "from")
                    || (tree.Relation(child) is Relation.Amod or Relation.Compound && view.Party(child) >= 0)) speaker = speaker < 0 ? child : speaker;
            if (speaker < 0 && tree.Relation(word) is Relation.Obj or Relation.NsubjPass && tree.Head(word) >= 0) speaker = Arguments.LogicalSubject(view, tree.Head(word)).FirstOrDefault(-1);
        }
        return speaker >= 0 && (tree.Relation(speaker) == Relation.Expl || tree.Word(speaker) is "it" or "It" && view.Party(speaker) < 0 && IsImpersonal(view, word)) ? -1 : speaker;
    }

    /// <summary>"it emerged that", "it is unclear": nobody is meant by "it".</summary>
    static bool IsImpersonal(SentenceView view, int word) => Subjects.IsPassive(view, word) || view.Tree.Is(word, "emerged") || view.Tree.Is(word, "appears") || view.Tree.Is(word, "seems");

    /// <summary>Whether getting something is only sought: "is desperate to secure", "efforts to buy".</summary>
    public static bool IsSought(SentenceView view, int verb) => SeekerOf(view, verb) >= 0;

    /// <summary>The word that seeks, above an infinitive or gerund; -1 for none.</summary>
    public static int SeekerOf(SentenceView view, int verb)
    {
        var head = view.Tree.Head(verb);
        if (head < 0 || view.Tree.Form(verb) is not (WordForm.Base or WordForm.Ing)) return -1;
        if (view.Tree.Relation(verb) == Relation.Conj) return SeekerOf(view, head);
        if (view.Tree.Relation(verb) is not (Relation.Xcomp or Relation.Acl or Relation.Advcl or Relation.Ccomp)) return -1;
        return (GovernorOf(view, head) & Governor.Seek) != 0 ? head : -1;
    }
}
