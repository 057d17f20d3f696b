using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Reads how real an event is that a noun names: by the words before the noun, by the verb that carries it, or by the noun or
/// preposition it hangs on. Pure.</summary>
static class NounReader
{
    public static Reading Read(SentenceView view, Trigger trigger, EventKind kind)
    {
        if (trigger.Carrier is { Mode: CarrierMode.Predicate } && Tense.HasAdverb(view, trigger.Word, Governor.Evidence)) return FactualityReader.Sources(view, trigger.Word, 0).With(Factuality.Alleged);
        if (trigger.Carrier is { Mode: CarrierMode.Predicate })
            return view.Tree.Relation(trigger.Word) is Relation.Appos or Relation.Amod or Relation.Acl
                ? FactualityReader.Sources(view, trigger.Word, 0).With(kind.IsState ? Factuality.Ongoing : Factuality.Happened)
                : trigger.Verb != trigger.Word && Subjects.IsPredicate(view, trigger.Verb) ? FactualityReader.Clause(view, trigger.Verb, kind)
                : FactualityReader.Clause(view, trigger.Word, kind);
        return kind.IsState ? FactualityReader.Sources(view, trigger.Word, 0).With(Factuality.Ongoing) : OfNoun(view, trigger.Word, kind, 0);
    }

    public static Reading OfNoun(SentenceView view, int noun, EventKind? kind, int depth)
    {
        var around = depth > 12 ? Reading.Of(Factuality.Uncertain) : Around(view, noun, kind, depth);
        // "rather than sanctions", "instead of talks"
        if (Tense.IsNone(view, noun) || view.Tree.Children(noun).Any(c => c < noun && view.Tree.Word(c) is "rather" or "Rather" or "instead" or "Instead")) return around.With(Factuality.NotHappened);
        foreach (var child in view.Tree.Children(noun))
        {
            if (child > noun) break;
            var said = Governors.Of('m', view.Tree.Word(child));
            if ((said & Governor.Evidence) != 0) return around.With(Factuality.Alleged);
            if ((said & Governor.Fail) != 0) return around.With(Factuality.NotHappened);
            if ((said & Governor.Intend) != 0) return around.With(around.Factuality is Factuality.NotHappened or Factuality.Conditional ? around.Factuality : Factuality.Planned);
            if ((said & Governor.Able) != 0) return around.With(Factuality.Possible);
            if ((said & Governor.GoOn) != 0 && around.Factuality is not (Factuality.NotHappened or Factuality.Planned)) return around.With(Factuality.Ongoing);
        }
        return around;
    }

    static Reading Around(SentenceView view, int noun, EventKind? kind, int depth)
    {
        var tree = view.Tree;
        var head = tree.Head(noun);
        if (head < 0) return Reading.Of(view.IsQuestion ? Factuality.Uncertain : Presumed(kind, Factuality.Happened));
        switch (tree.Relation(noun))
        {
            case Relation.Conj when Phrases.IsNominal(view, head):
                return OfNoun(view, head, kind, depth + 1);
            case Relation.Obj or Relation.NsubjPass:
                return Carried(view, noun, head, kind, depth);
            case Relation.Nsubj or Relation.NsubjOuter or Relation.Csubj:
                return AsSubject(view, head, kind, depth);
            case Relation.Nmod or Relation.Obl or Relation.NmodUnmarked or Relation.OblUnmarked or Relation.Xcomp or Relation.Advcl:
                return Prepositional(view, noun, head, kind, depth);
            case Relation.Appos:
                return OfNoun(view, head, kind, depth + 1);
            default:
                return Clause(view, head, depth).With(Presumed(kind, Factuality.Uncertain));
        }
    }

    /// <summary>"imposed sanctions", "called off the drills", "is planning talks".</summary>
    static Reading Carried(SentenceView view, int noun, int verb, EventKind? kind, int depth)
    {
        if (!Subjects.IsPredicate(view, verb)) return OfNoun(view, verb, kind, depth + 1);
        var clause = Clause(view, verb, depth);
        var governors = Governors.Of('v', view.Tree.Word(verb));
        var particle = view.Tree.Child(verb, Relation.CompoundPrt);
        var isCalledOff = particle >= 0 && view.Tree.Word(particle) is "off" or "out" && (governors & Governor.Cancel) != 0;
        if (isCalledOff || ((governors & (Governor.Cancel | Governor.Fail)) != 0 && (governors & Governor.Do) == 0)) return clause.With(Composition.Under(Governor.Cancel, clause.Factuality));
        if ((governors & Governor.Deny) != 0) return clause.With(Composition.Under(Governor.Deny, clause.Factuality)).SaidBy(FactualityReader.SpeakerOf(view, verb));
        if ((governors & Governor.Threat) != 0)
            return clause.With(FactualityReader.HasConditionAround(view, verb) ? Factuality.Conditional : Factuality.Possible).SaidBy(FactualityReader.SpeakerOf(view, verb));
        if ((governors & Governor.Plan) != 0) return clause.With(Composition.Under(Governor.Plan, clause.Factuality));
        if ((governors & Governor.Do) != 0) return clause;
        // "faces a fine" may have to bear it, "faces sanctions" bears them.
        if ((governors & Governor.Hear) != 0 && kind is { IsForce: true } or { IsSpeech: true }) return clause.With(Presumed(kind, clause.Factuality));
        if ((governors & (Governor.Propose | Governor.Seek | Governor.Demand | Governor.Able)) != 0) return clause.With(Composition.Under(Governor.Propose, clause.Factuality));
        if ((governors & Governor.Intend) != 0) return clause.With(Composition.Under(Governor.Intend, clause.Factuality));
        // To feel, discuss or outlive something does not say whether it was.
        return clause.With(Presumed(kind, clause.Factuality == Factuality.Happened ? Factuality.Happened : Factuality.Uncertain));
    }

    static Reading AsSubject(SentenceView view, int verb, EventKind? kind, int depth)
    {
        var clause = Clause(view, verb, depth);
        var governors = Governors.Of('v', view.Tree.Word(verb));
        if ((governors & Governor.Miscarry) != 0 && clause.Factuality is Factuality.Happened) return clause.With(Factuality.NotHappened);
        if ((governors & Governor.Occur) != 0) return clause;
        // "the payment is due in June"
        if (view.Tree.Part(verb) == PartOfSpeech.Adj && (Governors.Of('a', view.Tree.Word(verb)) & Governor.Intend) != 0 && clause.Factuality is Factuality.Ongoing or Factuality.Happened) return clause.With(Factuality.Planned);
        return clause.With(clause.Factuality switch
        {
            Factuality.Happened => Factuality.Happened,
            // What already has effects, or fails to have them, is there.
            Factuality.NotHappened => Factuality.Happened,
            _ => Presumed(kind, Factuality.Uncertain),
        });
    }

    static Reading Prepositional(SentenceView view, int noun, int head, EventKind? kind, int depth)
    {
        var tree = view.Tree;
        var preposition = Phrases.CaseOf(view, noun);
        var clause = Clause(view, head, depth);
        var governors = FactualityReader.GovernorOf(view, head);
        var isVerb = Subjects.IsPredicate(view, head) && tree.Part(head) == PartOfSpeech.Verb;
        if (!isVerb)
        {
            if (!preposition.SequenceEqual("of") && !preposition.SequenceEqual("for") && !preposition.SequenceEqual("on") && !preposition.SequenceEqual("to")) return Factive(clause, preposition, kind);
            if ((governors & Governor.Threat) != 0) return Threatened(view, head, clause);
            if ((governors & Governor.Deny) != 0) return clause.With(Factuality.Denied).SaidBy(FactualityReader.SpeakerOf(view, head));
            if ((governors & Governor.Allege) != 0) return clause.With(Factuality.Alleged).SaidBy(FactualityReader.SpeakerOf(view, head));
            if ((governors & Governor.Evidence) != 0) return clause.With(Factuality.Alleged);
            if ((governors & Governor.Fail) != 0) return clause.With(Factuality.NotHappened);
            if ((governors & (Governor.Intend | Governor.Seek)) != 0) return clause.With(Factuality.Planned);
            if ((governors & (Governor.Demand | Governor.Able)) != 0) return clause.With(Factuality.Possible);
            return OfNoun(view, head, kind, depth + 1);
        }
        if ((governors & Governor.Threat) != 0 && preposition is "of" or "with" or "against" or "about") return Threatened(view, head, clause);
        if ((governors & Governor.Allege) != 0 && preposition is "of" or "for" or "over" or "with") return clause.With(Composition.Under(Governor.Allege, clause.Factuality)).SaidBy(FactualityReader.SpeakerOf(view, head));
        if (preposition is "against" && (governors & (Governor.Fail | Governor.Cancel)) != 0) return clause.With(Composition.Under(Governor.Cancel, clause.Factuality));
        if ((governors & Governor.Demand) != 0 && preposition is "for") return clause.With(Factuality.Possible);
        if (preposition is "" or "for" or "in" or "under" or "into" or "on" or "to" or "onto" or "with" or "as" or "at") return clause;
        return Factive(clause, preposition, kind);
    }

    static Reading Threatened(SentenceView view, int head, Reading clause) =>
        clause.With(FactualityReader.HasConditionAround(view, head) ? Factuality.Conditional : Factuality.Possible).SaidBy(FactualityReader.SpeakerOf(view, head));

    /// <summary>"after the talks", "despite sanctions", "amid warnings": what stands behind these has been.</summary>
    static Reading Factive(Reading clause, ReadOnlySpan<char> preposition, EventKind? kind)
    {
        if (preposition is "before" or "ahead of" or "until") return clause.With(Presumed(kind, Factuality.Planned));
        if (preposition is "without" or "instead of" or "rather than" or "short of" or "in lieu of") return clause.With(Factuality.NotHappened);
        return clause.With(preposition is "after" or "despite" or "amid" or "amidst" or "since" or "following" or "during" or "because of" or "over" or "by" or "from" or "under" or "in" or "at" or "with" or "due to" or "as a result of" or "against"
            ? clause.Factuality is Factuality.Planned or Factuality.Conditional && preposition is not ("despite" or "amid" or "since" or "because of") ? Presumed(kind, Factuality.Uncertain) : Factuality.Happened
            : Presumed(kind, Factuality.Uncertain));
    }

    static Reading Clause(SentenceView view, int head, int depth) =>
        Subjects.IsPredicate(view, head) ? FactualityReader.Clause(view, head, null, depth + 1) : FactualityReader.Sources(view, head, depth + 1);

    /// <summary>Measures in force and spoken words are there where nothing else is said.</summary>
    static Factuality Presumed(EventKind? kind, Factuality other) => kind is { IsForce: true } or { IsSpeech: true } ? Factuality.Happened : other;
}
