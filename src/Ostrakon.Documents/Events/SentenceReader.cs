using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Finds the events of one sentence: triggers, roles, what one event lends another, factuality. Pure.</summary>
static class SentenceReader
{
    /// <summary>Kinds whose object is a thing: a noun in it that could name an event of its own ("imports of potash") does not.</summary>
    static readonly HashSet<string> Takers = new(StringComparer.Ordinal)
    {
        "transfer", "seek", "ship", "pay", "smuggle", "agree", "sanction", "lift-sanction", "evade-sanctions", "test-weapon", "deploy", "launder", "seize", "fine", "bribe", "ceasefire", "deny", "negotiate",
    };

    public static List<EventDraft> Read(SentenceView view)
    {
        var drafts = new List<EventDraft>();
        for (var word = 0; word < view.Tree.Count; word++)
            if (PartOf(view, word) is { } part && RoleFiller.Fill(view, word, part) is { } draft && IsTold(view, draft)) drafts.Add(draft);
        drafts.RemoveAll(d => drafts.Exists(taker => Takes(taker, d) || IsPartOf(taker, d)));
        foreach (var draft in drafts)
        {
            Lend(view, draft, drafts);
            LendMeasure(draft, drafts);
            var reading = view.Sources.Around(ReadingOf(view, draft), draft.Trigger.Word);
            draft.Factuality = reading.Factuality;
            draft.Sources = [.. reading.Sources];
        }
        return drafts;
    }

    /// <summary>Whether the words tell an event and do not only mention its kind: a noun or a participle before a noun needs a party, and
    /// "who owns it" asks.</summary>
    static bool IsTold(SentenceView view, EventDraft draft)
    {
        var word = draft.Trigger.Word;
        if (draft.Agent >= 0 && view.Party(draft.Agent) < 0 && view.Tree.Form(draft.Agent) == WordForm.Question) return false;
        // "the shares were hit by weak demand": what cannot act attacks nobody.
        if (draft.Frame.Kind.Name == "attack" && draft.Agent < 0 && draft.Trigger.Part == 'v'
            && Arguments.LogicalSubject(view, word).FirstOrDefault(-1) is >= 0 and var by && view.Party(by) < 0 && (Phrases.ClassOf(view, by) & NounClass.Abstract) != 0 && (Phrases.ClassOf(view, by) & (NounClass.Attack | NounClass.Things)) == 0) return false;
        if (draft.Trigger.Part == 'v') return view.Tree.Relation(word) != Relation.Amod || draft.Frame.Kind.IsForce;
        return draft.Agent >= 0 || draft.Counterpart >= 0 || draft.Frame.Kind.Name is "ceasefire" or "arrest";
    }

    static char? PartOf(SentenceView view, int word)
    {
        if (view.Party(word) >= 0) return null;
        return view.Tree.Part(word) switch
        {
            PartOfSpeech.Verb => 'v',
            PartOfSpeech.Noun or PartOfSpeech.Propn when view.Tree.Relation(word) is not (Relation.Compound or Relation.Amod or Relation.NmodUnmarked) => 'n',
            PartOfSpeech.Adj => 'a',
            _ => null,
        };
    }

    static bool Takes(EventDraft taker, EventDraft other)
    {
        if (taker == other || other.Trigger.Part != 'n' || !Takers.Contains(taker.Frame.Kind.Name)) return false;
        var word = other.Trigger.Word;
        foreach (var taken in taker.Taken)
            if (word == taken || (taken != taker.Trigger.Word && taker.View.Tree.IsUnder(word, taken) && !taker.View.Tree.IsUnder(taken, taker.Trigger.Word) == false
                && IsInNounPhrase(taker.View, word, taken))) return true;
        return false;
    }

    /// <summary>"helped it to evade sanctions", "its attack on the town killed nine": the verb tells no deed beside the other.</summary>
    static bool IsPartOf(EventDraft other, EventDraft draft)
    {
        if (other == draft || draft.Trigger.Part != 'v') return false;
        var (view, word) = (draft.View, draft.Trigger.Word);
        return draft.Frame.Kind.Name switch
        {
            "support" => view.Tree.Head(other.Trigger.Word) == word && other.Trigger.Part == 'v' && view.Tree.Relation(other.Trigger.Word) is Relation.Xcomp or Relation.Ccomp or Relation.Advcl && Arguments.IsHelping(view, word),
            "attack" => other.Frame.Kind == draft.Frame.Kind && other.Trigger.Part == 'n' && Arguments.LogicalSubject(view, word).Contains(other.Trigger.Word),
            _ => false,
        };
    }

    /// <summary>Whether only nouns lie between a word and the head of the phrase around it.</summary>
    static bool IsInNounPhrase(SentenceView view, int word, int head)
    {
        for (var at = word; at != head && at >= 0; at = view.Tree.Head(at))
            if (view.Tree.Part(at) == PartOfSpeech.Verb) return false;
        return true;
    }

    static Reading ReadingOf(SentenceView view, EventDraft draft)
    {
        // To be "desperate to secure" is to seek: the reading is that of the seeking.
        if (draft.Frame.Slots.Any(s => s.Functions.Any(f => f.Name == "wish")) && FactualityReader.SeekerOf(view, draft.Trigger.Word) is >= 0 and var seeker)
        {
            var reading = Subjects.IsPredicate(view, seeker) ? FactualityReader.Clause(view, seeker, null) : NounReader.OfNoun(view, seeker, null, 0);
            return reading.Factuality is Factuality.Uncertain or Factuality.NotHappened && view.Tree.Part(seeker) == PartOfSpeech.Noun ? reading.With(Factuality.Ongoing) : reading;
        }
        var own = FactualityReader.Read(view, draft.Trigger, draft.Frame.Kind);
        return draft.Object >= 0 && Tense.IsNone(view, draft.Object) && draft.Trigger.Part == 'v' && own.Factuality is Factuality.Happened or Factuality.Ongoing ? own.With(Factuality.NotHappened) : own;
    }

    /// <summary>Who threatens is who would do it, and to whom the threat goes is whom it would hit; who is accused is who did it.</summary>
    static void Lend(SentenceView view, EventDraft draft, List<EventDraft> drafts)
    {
        foreach (var other in drafts)
        {
            if (other == draft || !view.Tree.IsUnder(draft.Trigger.Word, other.Trigger.Word) || IsInCondition(view, draft.Trigger.Word, other.Trigger.Word)) continue;
            if (other.Frame.Kind.Name == "threaten")
            {
                if (draft.Agent < 0) draft.AgentFrom = other;
                if (draft.Counterpart < 0 && draft.Trigger.Part == 'n' && draft.Frame.Kind.IsForce) draft.CounterpartFrom = other;
            }
            else if (other.Frame.Kind.Name is "accuse" or "charge" && draft.Agent < 0 && draft.Trigger.Part == 'n') draft.Agent = other.Counterpart;
        }
    }

    /// <summary>"imposed an embargo on Eritrea and lifted it": the pronoun stands for the measure, and so against whom it was.</summary>
    static void LendMeasure(EventDraft draft, List<EventDraft> drafts)
    {
        if (draft.Frame.Kind.Name != "lift-sanction" || draft.Counterpart >= 0 || draft.Object < 0 || draft.View.Tree.Part(draft.Object) != PartOfSpeech.Pron) return;
        draft.CounterpartFrom = drafts.Find(d => d.Frame.Kind.Name == "sanction" && d.Trigger.Word < draft.Trigger.Word);
    }

    static bool IsInCondition(SentenceView view, int word, int top)
    {
        for (var at = word; at >= 0 && at != top; at = view.Tree.Head(at))
            if (Marks.IsConditional(view, at)) return true;
        return false;
    }
}
