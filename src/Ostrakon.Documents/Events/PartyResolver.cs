using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Tells which parties a noun phrase stands for. A state's officials and forces stand for the state; who has no name becomes a
/// party by its description. For one document; not safe for use by two threads.</summary>
sealed class PartyResolver(MentionMap map)
{
    readonly List<DocumentParty> described = [];
    readonly Dictionary<string, string> byDescription = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The parties that were made of descriptions, in the order of their ids.</summary>
    public IReadOnlyList<DocumentParty> Described => described;

    /// <summary>Ids of the parties that a phrase and those coordinated with it stand for.</summary>
    public IEnumerable<string> Resolve(SentenceView view, int head) =>
        Phrases.Coordinated(view, head).SelectMany(word => ResolveOne(view, word)).Distinct(StringComparer.Ordinal);

    IEnumerable<string> ResolveOne(SentenceView view, int word)
    {
        if (Parties(view, word) is { Count: > 0 } known) return known.Select(IdOf);
        if (Pronouns.IsPronoun(view, word))
        {
            if (Pronouns.Antecedent(view, word) is not { } antecedent) return [];
            return antecedent.Party >= 0 ? [IdOf(antecedent.Party)] : ResolveOne(view, antecedent.Word);
        }
        return [Describe(view, word)];
    }

    /// <summary>Numbers of the known parties that a phrase stands for; empty where only a description would do.</summary>
    static List<int> Parties(SentenceView view, int word)
    {
        var tree = view.Tree;
        if (view.Party(word) >= 0 && !IsDescription(view, word)) return view.IsDemonym(word) ? [.. Owners(view, word).Append(view.Party(word)).Distinct()] : [view.Party(word)];
        // "the tanker Golden Plover": the name stands right behind the noun.
        if (word + 1 < tree.Count && view.PartyOf(word + 1) is { Kind: not PartyKind.Government } && !view.IsDemonym(word + 1) && char.IsUpper(tree.Word(word + 1)[0])
            && (Phrases.ClassOf(view, word) & NounClass.Actors) != 0 && tree.Form(word) != WordForm.Plural) return [view.Party(word + 1)];
        if (view.Party(word) >= 0) return [view.Party(word)];
        // "the tanker Golden Plover", "a broker, Dragan Petrov,"
        foreach (var child in tree.Children(word))
            if (child > word && tree.Relation(child) is Relation.Appos or Relation.Flat or Relation.Compound or Relation.NmodDesc or Relation.NmodUnmarked
                && view.PartyOf(child) is { Kind: not (PartyKind.Place or PartyKind.Government) }) return [view.Party(child)];
        // "Lumen Ltd and its owner, Dragan Petrov": the parser may hang the name on the first of the two.
        if (word + 2 < tree.Count && tree.Is(word + 1, ",") && tree.Relation(word + 2) == Relation.Appos && tree.Form(word) != WordForm.Plural
            && view.PartyOf(word + 2) is { Kind: not (PartyKind.Place or PartyKind.Government) }) return [view.Party(word + 2)];
        var kind = Phrases.ClassOf(view, word);
        if ((kind & (NounClass.Official | NounClass.Forces)) == 0) return [];
        return [.. Owners(view, word).Where(p => view.Map.Parties[p].Kind is PartyKind.Government or PartyKind.Organisation or PartyKind.Group).Distinct()];
    }

    /// <summary>Whether a mention ends in a common noun with the name behind it ("the Hong Kong firm | Bright Lantern").</summary>
    static bool IsDescription(SentenceView view, int word) =>
        char.IsLower(view.Tree.Word(word)[0]) && word + 1 < view.Tree.Count && view.Party(word + 1) >= 0 && view.Party(word + 1) != view.Party(word);

    /// <summary>The parties whose officials or forces a noun names: "Russian and Belarusian paratroopers", "Iran's navy", "presidents of".</summary>
    static IEnumerable<int> Owners(SentenceView view, int noun)
    {
        var tree = view.Tree;
        foreach (var child in tree.Children(noun))
        {
            var isOwner = tree.Relation(child) switch
            {
                Relation.NmodPoss => true,
                Relation.Amod or Relation.Compound or Relation.NmodUnmarked or Relation.NmodDesc => child < noun,
                Relation.Nmod => child > noun && Phrases.CaseOf(view, child) is "of" or "from",
                _ => false,
            };
            if (!isOwner) continue;
            foreach (var owner in WithCoordinated(view, child))
                if (view.Party(owner) >= 0) yield return view.Party(owner);
        }
    }

    static IEnumerable<int> WithCoordinated(SentenceView view, int word)
    {
        yield return word;
        foreach (var child in view.Tree.Children(word))
            if (view.Tree.Relation(child) == Relation.Conj || view.Tree.Relation(child) is Relation.Compound or Relation.Amod && view.Party(child) >= 0)
                foreach (var next in WithCoordinated(view, child)) yield return next;
    }

    /// <summary>The id of a party; a government that only places name becomes a party when it first acts.</summary>
    string IdOf(int party)
    {
        if (party < map.Given) return map.Parties[party].Id;
        var name = map.Parties[party].Name;
        if (byDescription.TryGetValue(name, out var id)) return id;
        byDescription.Add(name, id = NextId());
        described.Add(map.Parties[party] with { Id = id });
        return id;
    }

    string NextId() => $"p{map.Given + described.Count + 1}";

    string Describe(SentenceView view, int head)
    {
        var (first, last) = NameBehind(view, head) is { } behind ? behind : DescriptionSpan(view, head);
        var text = Phrases.Quote(view, first, last);
        var name = view.Tree.Part(first) == PartOfSpeech.Det && last > first ? Phrases.Quote(view, first + 1, last) : text;
        if (byDescription.TryGetValue(name, out var id) || (id = map.Named(name)) is not null) return id;
        var kind = Phrases.ClassOf(view, head);
        id = NextId();
        byDescription.Add(name, id);
        var start = view.Tree.Words[first].Start;
        described.Add(new()
        {
            Id = id, Name = name.ReplaceLineEndings(" "),
            Kind = (kind & NounClass.Vessel) != 0 ? PartyKind.Vessel : (kind & NounClass.Aircraft) != 0 ? PartyKind.Aircraft
                : (kind & NounClass.Person) != 0 && view.Tree.Form(head) != WordForm.Plural ? PartyKind.Person
                : (kind & NounClass.Body) != 0 && view.Tree.Form(head) != WordForm.Plural ? PartyKind.Organisation : PartyKind.Group,
            Mentions = [new(start, start + text.Length, text, false, MentionHow.Description)],
        });
        return id;
    }

    /// <summary>"the consultancy | Seven Cypresses": a name that no mention covers, right behind a noun that can act.</summary>
    static (int First, int Last)? NameBehind(SentenceView view, int head)
    {
        var tree = view.Tree;
        if (head + 1 >= tree.Count || tree.Form(head) != WordForm.Singular || tree.Part(head) != PartOfSpeech.Noun || (Phrases.ClassOf(view, head) & NounClass.Actors) == 0) return null;
        var last = head;
        while (last + 1 < tree.Count && view.Party(last + 1) < 0 && !Times.IsCalendarWord(tree.Word(last + 1))
            && (tree.Part(last + 1) == PartOfSpeech.Propn && char.IsUpper(tree.Word(last + 1)[0]) || last > head && (tree.Part(last + 1) == PartOfSpeech.Num || tree.Word(last + 1) is "-"))) last++;
        return last > head ? (head + 1, last) : null;
    }

    /// <summary>Where a noun phrase begins, by the words: the parser may hang its adjectives and owners elsewhere.</summary>
    static int StartOf(SentenceView view, int head)
    {
        var tree = view.Tree;
        var first = head;
        while (first > 0)
        {
            var before = first - 1;
            var isOwner = tree.Form(first) == WordForm.Possessive && tree.Part(first) == PartOfSpeech.Part;
            if (tree.Part(before) == PartOfSpeech.Det || (tree.Part(before) == PartOfSpeech.Pron && tree.Form(before) == WordForm.Possessive)) return before;
            if (Times.IsCalendarWord(tree.Word(before)) || (view.Party(before) >= 0 && !isOwner && !view.IsDemonym(before) && !tree.IsUnder(before, head))) return first;
            var goesOn = tree.Part(before) is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num
                || (tree.Part(before) == PartOfSpeech.Verb && tree.Form(before) is WordForm.PastParticiple or WordForm.Ing && tree.Relation(before) == Relation.Amod)
                || (tree.Part(before) == PartOfSpeech.Part && tree.Form(before) == WordForm.Possessive)
                || (tree.Word(before) is "-" && before > 0 && tree.Words[before].End == tree.Words[first].Start);
            // "Between 2009 and | 2013 Graciela Montoro": a year counts no names.
            if (!goesOn || (tree.Part(before) == PartOfSpeech.Num && tree.Part(first) == PartOfSpeech.Propn)) return first;
            first = before;
        }
        return first;
    }

    /// <summary>A noun with nothing before it but an article needs its place to be told ("the treasury in Nairobi").</summary>
    static bool IsBare(SentenceView view, int head) => view.Tree.Children(head).All(c => c > head || view.Tree.Relation(c) is Relation.Det or Relation.Punct or Relation.Case);

    /// <summary>The phrase with what stands before its head and the "of" right behind it.</summary>
    static (int First, int Last) DescriptionSpan(SentenceView view, int head)
    {
        var tree = view.Tree;
        var (first, last) = tree.Span(head, child => child < head && tree.Head(child) != head || tree.Relation(child) switch
        {
            Relation.Advmod or Relation.Obl or Relation.OblUnmarked => child < head,
            Relation.Det or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.NmodPoss or Relation.Flat or Relation.NmodDesc
                or Relation.DetPredet or Relation.NmodUnmarked => true,
            Relation.Case => tree.Form(child) == WordForm.Possessive || tree.Head(child) != head,
            Relation.Nmod => tree.Head(child) == head && (Phrases.CaseOf(view, child) is "of" || (Phrases.CaseOf(view, child) is "in" or "at" && IsBare(view, head))),
            _ => false,
        });
        first = StartOf(view, head);
        while (last > head && tree.Part(last) is PartOfSpeech.Punct or PartOfSpeech.Cconj) last--;
        return (first, last);
    }
}
