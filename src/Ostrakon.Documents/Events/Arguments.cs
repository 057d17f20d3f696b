using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Finds the words that stand in a grammatical function to a trigger. The parser errs most where phrases are attached, so a
/// preposition is looked for in the whole clause below the trigger, the nearest first. Pure.</summary>
static class Arguments
{
    /// <summary>The candidates for a function, best first.</summary>
    public static IEnumerable<int> Find(SentenceView view, Trigger trigger, Function function)
    {
        var words = trigger.Part == 'v' ? OfVerb(view, trigger.Word, function.Name) : OfNoun(view, trigger, function.Name);
        return function.Step is { } step ? words.SelectMany(word => StepFrom(view, word, step)) : words;
    }

    static IEnumerable<int> OfVerb(SentenceView view, int verb, string name) => name switch
    {
        "subj" => LogicalSubject(view, verb),
        "obj" => LogicalObject(view, verb),
        "iobj" => IndirectObject(view, verb),
        "comp" => SubjectsOfContent(view, verb),
        "must" => SubjectsOfDuty(view, verb),
        "content" => PartiesOfContent(view, verb),
        "condition" => SubjectsOfCondition(view, verb),
        "helper" => Helper(view, verb),
        "inf" => view.Tree.Children(verb).Where(c => view.Tree.Relation(c) is Relation.Xcomp or Relation.Ccomp or Relation.Advcl && HasMark(view, c, "to")),
        "xcomp" => view.Tree.Children(verb).Where(c => c > verb && view.Tree.Relation(c) is Relation.Xcomp or Relation.Obj),
        _ => Prepositional(view, verb, name),
    };

    static IEnumerable<int> OfNoun(SentenceView view, Trigger trigger, string name)
    {
        var tree = view.Tree;
        switch (name)
        {
            case "poss":
                return tree.Children(trigger.Word).Where(c => tree.Relation(c) == Relation.NmodPoss);
            case "mod":
                return Modifiers(view, trigger.Word);
            case "compound":
                return tree.Children(trigger.Word).Where(c => c < trigger.Word && tree.Relation(c) is Relation.Compound or Relation.Amod or Relation.NmodUnmarked);
            case "subj":
                return trigger.Carrier is { } carrier && (carrier.Mode != CarrierMode.Object || (Governors.Of('v', view.Tree.Word(carrier.Word)) & Governor.Hear) == 0 || (Governors.Of('v', view.Tree.Word(carrier.Word)) & Governor.Do) != 0)
                    ? carrier.Mode == CarrierMode.Predicate ? [carrier.Word] : LogicalSubject(view, carrier.Word)
                    : [];
            case "obj":
                return trigger.Carrier is { Mode: CarrierMode.Prepositional } verb ? LogicalObject(view, verb.Word) : [];
            case "carried":
                return trigger.Carrier is { Mode: CarrierMode.Object } light ? [light.Word] : [];
            case "comp":
                return SubjectsOfContent(view, trigger.Word);
            case "content":
                return PartiesOfContent(view, trigger.Word);
            case "appos":
                return tree.Children(trigger.Word).Where(c => c > trigger.Word && tree.Relation(c) == Relation.Appos);
            case "hearer":
                return trigger.Carrier is { Mode: CarrierMode.Object or CarrierMode.Prepositional } hearing && (hearing.Mode == CarrierMode.Object || view.Tree.Word(hearing.Word + 1) is "off" or "aside") && (Governors.Of('v', view.Tree.Word(hearing.Word)) & Governor.Hear) != 0 ? LogicalSubject(view, hearing.Word) : [];
            case "condition":
                return SubjectsOfCondition(view, trigger.Word).Concat(trigger.Carrier is { } c ? SubjectsOfCondition(view, c.Word) : SubjectsOfConditionAbove(view, trigger.Word));
            default:
                var own = Prepositional(view, trigger.Word, name);
                // "the launch was condemned by Japan": who condemns has not launched.
                return trigger.Carrier is { Mode: not CarrierMode.Predicate } above && (name != "by" || (Governors.Of('v', view.Tree.Word(above.Word)) & (Governor.Do | Governor.Cancel | Governor.Plan)) != 0)
                    ? own.Concat(Prepositional(view, above.Word, name).Where(w => w != trigger.Word && !view.Tree.IsUnder(trigger.Word, w))).Distinct()
                    : own;
        }
    }

    static IEnumerable<int> StepFrom(SentenceView view, int word, string step) => step switch
    {
        "poss" => view.Tree.Children(word).Where(c => view.Tree.Relation(c) == Relation.NmodPoss),
        "mod" => Modifiers(view, word),
        "party" => PartiesUnder(view, word),
        "vessel" => PartiesUnder(view, word).Append(word).Append(Math.Min(word + 1, view.Tree.Count - 1)).Where(w => view.PartyOf(w)?.Kind is PartyKind.Vessel or PartyKind.Aircraft),
        _ => Prepositional(view, word, step),
    };

    /// <summary>Who does it: the subject, or the "by" of a passive.</summary>
    public static IEnumerable<int> LogicalSubject(SentenceView view, int verb)
    {
        if (Subjects.IsPassive(view, verb)) return view.Tree.Children(verb).Where(c => view.Tree.Relation(c) == Relation.OblAgent).Concat(Prepositional(view, verb, "by")).Distinct();
        return Subjects.Of(view, verb) is >= 0 and var subject && subject != verb ? [subject] : [];
    }

    public static IEnumerable<int> LogicalObject(SentenceView view, int verb)
    {
        var tree = view.Tree;
        var written = tree.Children(verb).Where(c => tree.Relation(c) == Relation.Obj).ToList();
        if (Subjects.IsPassive(view, verb))
            return written.Count > 0 ? written : Subjects.Of(view, verb) is >= 0 and var subject ? [subject] : [];
        // "the howitzers that Chad received": the noun is the object.
        if (written.Count == 1 && written[0] < verb && tree.Form(written[0]) == WordForm.Question && view.Party(written[0]) < 0)
            return tree.Relation(verb) == Relation.AclRelcl ? [tree.Head(verb)] : NounBefore(view, written[0]);
        // "sell | it | tanks": of two objects the last is what is given.
        if (written.Count == 2 && tree.Child(written[1], Relation.Cc) < 0) written.Reverse();
        if (written.Count > 0) return written;
        // "attacked us": without a second object the one is no receiver.
        if (tree.Child(verb, Relation.Iobj) is >= 0 and var only && only > verb) return [only];
        // "the few things that it can provide"
        if (tree.Relation(verb) == Relation.AclRelcl && Subjects.Of(view, verb) != tree.Head(verb)) return [tree.Head(verb)];
        if (tree.Relation(verb) == Relation.Acl && HasMark(view, verb, "to") && tree.Head(verb) < verb) return [];
        // "seized and sold the tanker"
        foreach (var child in tree.Children(verb))
            if (tree.Relation(child) == Relation.Conj && tree.Part(child) == PartOfSpeech.Verb && !tree.Children(child).Any(c => tree.Relation(c) is Relation.Nsubj or Relation.AuxPass))
                return tree.Children(child).Where(c => tree.Relation(c) == Relation.Obj);
        return [];
    }

    static int[] NounBefore(SentenceView view, int word)
    {
        for (var i = word - 1; i >= 0; i--)
            if (Phrases.IsNominal(view, i)) return [i];
        return [];
    }

    static IEnumerable<int> IndirectObject(SentenceView view, int verb)
    {
        var tree = view.Tree;
        foreach (var child in tree.Children(verb))
            if (tree.Relation(child) == Relation.Iobj) yield return child;
        if (Subjects.IsPassive(view, verb))
        {
            if (tree.Child(verb, Relation.Obj) >= 0 && Subjects.Of(view, verb) is >= 0 and var subject) yield return subject;
            yield break;
        }
        // "sold Baghdad | fuel oil": a name right after the verb that the parser takes for part of the goods.
        var next = verb + 1;
        if (next < tree.Count && view.Party(next) >= 0 && !view.IsDemonym(next) && tree.Relation(next) is Relation.Compound or Relation.NmodUnmarked or Relation.Nmod or Relation.Flat && tree.Head(next) > next)
            yield return next;
        // Two objects: the first is the receiver.
        var objects = tree.Children(verb).Where(c => tree.Relation(c) is Relation.Obj or Relation.OblUnmarked && c > verb).ToList();
        if (objects.Count > 1) yield return objects.Min();
    }

    /// <summary>The subjects of the clauses that a word has as content: "accused ... that X", "demanded that X".</summary>
    static IEnumerable<int> SubjectsOfContent(SentenceView view, int word)
    {
        foreach (var child in view.Tree.Children(word))
            if (view.Tree.Relation(child) is Relation.Ccomp or Relation.Acl or Relation.AclRelcl && Subjects.IsPredicate(view, child)
                && Subjects.Of(view, child) is >= 0 and var subject && subject != word) yield return subject;
        if (BehindThat(view, word) is >= 0 and var behind) yield return behind;
    }

    /// <summary>The head of the phrase behind "that", where only a time or place stands between it and the word: whatever the parser makes of
    /// "demanded Friday that Israel ..."; -1 where there is none.</summary>
    static int BehindThat(SentenceView view, int word)
    {
        var that = word + 1;
        while (that < Math.Min(word + 4, view.Tree.Count) && (Times.IsCalendarWord(view.Tree.Word(that)) || view.Tree.Word(that) is "today" or "on" or "here" or "yesterday" or "again" or ",")) that++;
        return that + 1 < view.Tree.Count && view.Tree.Is(that, "that") ? SentenceSources.Top(view, that + 1, SentenceSources.EndOfPhrase(view, that + 1)) : -1;
    }

    /// <summary>The subjects of what must be: "said that Israel must withdraw", "insisted that Israel withdraw".</summary>
    static IEnumerable<int> SubjectsOfDuty(SentenceView view, int word)
    {
        foreach (var child in view.Tree.Children(word))
            if (view.Tree.Relation(child) == Relation.Ccomp && (view.Tree.Children(child).Any(c => c < child && view.Tree.Word(c) is "must" or "should" or "ought")
                    || (view.Tree.Form(child) is WordForm.Base or WordForm.Present && IsSingular(view, view.Tree.Child(child, Relation.Nsubj)) && !view.Tree.Children(child).Any(c => view.Tree.Relation(c) is Relation.Aux || view.Tree.Is(c, "to"))))
                && Subjects.Of(view, child) is >= 0 and var subject && subject != word) yield return subject;
        if (BehindThat(view, word) is >= 0 and var behind && SentenceSources.EndOfPhrase(view, behind) is var verb && verb < view.Tree.Count && view.Tree.Word(verb) is "must" or "should" or "ought") yield return behind;
    }

    static bool IsSingular(SentenceView view, int subject) =>
        subject >= 0 && view.Tree.Form(subject) == WordForm.Singular && view.Tree.Child(subject, Relation.Conj) < 0;

    /// <summary>Who helps another to do it: "helped Chad to evade".</summary>
    static IEnumerable<int> Helper(SentenceView view, int verb)
    {
        var head = view.Tree.Head(verb);
        return head >= 0 && view.Tree.Relation(verb) is Relation.Xcomp or Relation.Ccomp or Relation.Advcl && IsHelping(view, head) ? LogicalSubject(view, head) : [];
    }

    /// <summary>A verb of helping with whom is helped.</summary>
    public static bool IsHelping(SentenceView view, int verb) =>
        Helpers.Contains(view.Tree.Word(verb)) && view.Tree.Children(verb).Any(c => view.Tree.Relation(c) is Relation.Obj or Relation.Iobj or Relation.NsubjPass);

    static readonly WordList Helpers = new([.. new[] { "help", "assist", "aid", "enable" }.SelectMany(v => Inflection.Forms(v, 'v'))]);

    /// <summary>Whom the content of a threat would hit: the object of what is threatened, or whom it is directed against.</summary>
    static IEnumerable<int> PartiesOfContent(SentenceView view, int word)
    {
        foreach (var child in view.Tree.Children(word))
        {
            if (view.Tree.Relation(child) is not (Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.Advcl) || IsCondition(view, child)) continue;
            foreach (var found in Prepositional(view, child, "against").Concat(Prepositional(view, child, "on")).Concat(LogicalObject(view, child))
                .Concat(LogicalObject(view, child).SelectMany(o => PartiesUnder(view, o))).Concat(Prepositional(view, child, "to")).Concat(Prepositional(view, child, "with")).Concat(Prepositional(view, child, "in")))
                yield return found;
        }
    }

    static IEnumerable<int> SubjectsOfCondition(SentenceView view, int word)
    {
        foreach (var child in view.Tree.Children(word))
            if (view.Tree.Relation(child) is Relation.Advcl or Relation.Ccomp or Relation.Acl && IsCondition(view, child))
            {
                if (LogicalSubject(view, child).FirstOrDefault(-1) is >= 0 and var subject) yield return subject;
            }
            // "threatened to close the strait if ...": the parser may hang the condition on what is threatened.
            else if (child > word && view.Tree.Relation(child) is Relation.Xcomp or Relation.Ccomp or Relation.Obl or Relation.Obj or Relation.Nmod)
                foreach (var inner in SubjectsOfCondition(view, child)) yield return inner;
    }

    static IEnumerable<int> SubjectsOfConditionAbove(SentenceView view, int word)
    {
        for (var at = view.Tree.Head(word); at >= 0; at = view.Tree.Head(at))
            foreach (var subject in SubjectsOfCondition(view, at)) yield return subject;
    }

    public static bool IsCondition(SentenceView view, int clause) => HasMark(view, clause, "if") || HasMark(view, clause, "unless");

    public static bool HasMark(SentenceView view, int clause, string mark) =>
        view.Tree.Children(clause).Any(c => c < clause && view.Tree.Relation(c) is Relation.Mark or Relation.Advmod or Relation.Case && view.Tree.Is(c, mark));

    /// <summary>Names and adjectives of parties before a noun: "Western sanctions", "Havana-Ottawa talks".</summary>
    static IEnumerable<int> Modifiers(SentenceView view, int noun)
    {
        var tree = view.Tree;
        foreach (var child in tree.Children(noun))
        {
            if (child > noun || tree.Relation(child) is not (Relation.Amod or Relation.Compound or Relation.NmodUnmarked or Relation.Nmod or Relation.NmodDesc)) continue;
            if (view.Party(child) >= 0) yield return child;
            foreach (var inner in Modifiers(view, child)) yield return inner;
        }
    }

    static IEnumerable<int> PartiesUnder(SentenceView view, int word)
    {
        var (first, last) = view.Tree.Span(word, c => view.Tree.Relation(c) is not (Relation.AclRelcl or Relation.Advcl or Relation.Parataxis));
        for (var i = first; i <= last; i++)
            if (view.Party(i) >= 0 && view.Tree.IsUnder(i, word)) yield return i;
    }

    /// <summary>The nouns with a preposition in the clause of a word, the nearest in the tree first.</summary>
    public static IEnumerable<int> Prepositional(SentenceView view, int word, string preposition)
    {
        if (preposition.Contains(' '))
        {
            if (BehindPhrase(view, word, preposition) is >= 0 and var behind) yield return behind;
            yield break;
        }
        var level = new List<int> { word };
        while (level.Count > 0)
        {
            var below = new List<int>();
            foreach (var at in level)
                foreach (var child in view.Tree.Children(at))
                {
                    if (IsOtherClause(view, child)) continue;
                    if (preposition == "of" && at != word && level.Count > 0 && view.Tree.Relation(child) == Relation.Nmod && at < word) continue;
                    below.Add(child);
                    if (child > word && Phrases.CaseOf(view, child).Equals(preposition, StringComparison.OrdinalIgnoreCase)) yield return child;
                }
            // What hangs deeper under "of" belongs to another noun.
            level = preposition == "of" ? [] : below;
        }
    }

    /// <summary>The noun behind a preposition of several words ("on behalf of"), found by the words alone.</summary>
    static int BehindPhrase(SentenceView view, int word, string preposition)
    {
        var wanted = preposition.Split(' ');
        for (var i = word + 1; i + wanted.Length < view.Tree.Count && i < word + 24; i++)
        {
            var length = 0;
            while (length < wanted.Length && view.Tree.Is(i + length, wanted[length])) length++;
            if (length == wanted.Length) return SentenceSources.Top(view, i + length, SentenceSources.EndOfPhrase(view, i + length));
        }
        return -1;
    }

    static bool IsOtherClause(SentenceView view, int child) => view.Tree.Relation(child) switch
    {
        Relation.AclRelcl or Relation.Advcl or Relation.AdvclRelcl or Relation.Ccomp or Relation.Parataxis or Relation.Nsubj or Relation.NsubjPass or Relation.Csubj => true,
        Relation.Acl or Relation.Xcomp => view.Tree.Part(child) == PartOfSpeech.Verb,
        Relation.Conj => view.Tree.Part(child) == PartOfSpeech.Verb,
        _ => false,
    };
}
