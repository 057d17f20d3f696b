using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Fills the slots of a frame from the arguments of its trigger. Pure.</summary>
static class RoleFiller
{
    /// <summary>The event of a trigger in the first of its frames that holds; null where none does.</summary>
    public static EventDraft? Fill(SentenceView view, int word, char part)
    {
        var frames = FrameLexicon.Of(part, view.Tree.Word(word));
        if (frames.IsEmpty) return null;
        var trigger = Trigger.Of(view, word, part);
        foreach (var frame in frames)
            if (HasParticle(view, word, frame) && Fill(view, frame, trigger) is { } draft) return draft;
        return null;
    }

    static EventDraft? Fill(SentenceView view, Frame frame, Trigger trigger)
    {
        var draft = new EventDraft(view, frame, trigger);
        // Required slots first: they decide, and they choose first.
        foreach (var slot in frame.Slots.Where(s => s.Required).Concat(frame.Slots.Where(s => !s.Required)))
        {
            var found = Find(view, trigger, slot, draft);
            if (found < 0)
            {
                if (slot.Required) return null;
                continue;
            }
            switch (slot.Role)
            {
                case Role.Agent: draft.Agent = found; break;
                case Role.Counterpart: draft.Counterpart = found; break;
                case Role.Object: draft.Object = found; break;
            }
            if (slot.Role is Role.Object or Role.Need) draft.Taken.Add(found);
        }
        return draft.Agent < 0 && draft.Counterpart < 0 && draft.Object < 0 && frame.Kind.Name is not ("ceasefire" or "arrest") ? null : draft;
    }

    static int Find(SentenceView view, Trigger trigger, Slot slot, EventDraft draft)
    {
        foreach (var function in slot.Functions)
        {
            if (function.Name == "wish")
            {
                if (FactualityReader.IsSought(view, trigger.Word)) return trigger.Word;
                continue;
            }
            foreach (var found in Arguments.Find(view, trigger, function))
                if (Subject(view, found, function) is var word && word != trigger.Word && IsFree(view, word, slot.Role, draft) && Selection.Fits(view, word, slot)) return word;
        }
        return -1;
    }

    /// <summary>"In Tehran, diplomats met": a subject does not stand with a preposition; what the parser took for its second part is it.</summary>
    static int Subject(SentenceView view, int word, Function function)
    {
        if (function.Name != "subj" || function.Step is not null || Phrases.CaseOf(view, word) is "" or "'s" or "’s" or "by") return word;
        foreach (var child in view.Tree.Children(word))
            if (child > word && view.Tree.Relation(child) is Relation.Conj or Relation.Appos or Relation.Nmod or Relation.List && Phrases.IsNominal(view, child) && Phrases.CaseOf(view, child) is "") return child;
        return word;
    }

    /// <summary>A phrase has one role; an object may lie around its owner ("Moscow's recognition of").</summary>
    static bool IsFree(SentenceView view, int word, Role role, EventDraft draft) => role switch
    {
        Role.Agent => word != draft.Counterpart && word != draft.Object,
        Role.Counterpart => word != draft.Agent && !SameParty(view, word, draft.Agent),
        Role.Object => word != draft.Agent && (word != draft.Counterpart || draft.Frame.Kind.Name is "seize" or "support" or "criticise" or "investigate"),
        _ => true,
    };

    static bool SameParty(SentenceView view, int word, int other) => other >= 0 && view.Party(word) >= 0 && view.Party(word) == view.Party(other);

    static bool HasParticle(SentenceView view, int word, Frame frame)
    {
        if (frame.Particle is not null) return HasParticle(view.Tree.Text, view.Tree.Words, word, frame);
        if (frame.Part != 'v') return true;
        var particle = view.Tree.Child(word, Relation.CompoundPrt);
        return particle < 0 || view.Tree.Word(particle) is not ("up" or "out" or "off" or "over" or "down") || frame.Slots.Any(s => s.Functions.Any(f => view.Tree.Is(particle, f.Name)));
    }

    /// <summary>Whether the other words of the trigger stand where they should: close behind a verb ("hand over", "set fire to"), right
    /// before a noun ("air strike").</summary>
    public static bool HasParticle(string text, IReadOnlyList<Token> words, int word, Frame frame)
    {
        var wanted = frame.ParticleWords;
        if (frame.Part != 'v') return word >= wanted.Length && IsAt(word - wanted.Length);
        for (var i = word + 1; i < Math.Min(word + 5, words.Count); i++)
            if (IsAt(i)) return true;
        return false;

        bool IsAt(int first)
        {
            for (var i = 0; i < wanted.Length; i++)
                if (first + i >= words.Count || !words[first + i].In(text).Equals(wanted[i], StringComparison.OrdinalIgnoreCase)) return false;
            return true;
        }
    }
}
