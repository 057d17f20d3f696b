using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Noun phrases of a sentence: what they name, their parts and their span. Pure.</summary>
static class Phrases
{
    /// <summary>The classes of the noun at a word, with the words before it that make a compound ("fuel oil", "grand jury").</summary>
    public static NounClass ClassOf(SentenceView view, int word)
    {
        var tree = view.Tree;
        var found = view.Party(word) < 0 ? Nouns.Of(tree.Word(word)) : NounClass.None;
        // A compound may be written apart or with a hyphen.
        for (var first = Math.Max(0, word - 2); first < word; first++)
        {
            var compound = tree.Text.AsSpan(tree.Words[first].Start, tree.Words[word].End - tree.Words[first].Start);
            if (compound.Length < 40) found |= Nouns.Of(compound);
        }
        // "the brokerage Puerto Claro": the noun before a name says what it is.
        if (view.Party(word) >= 0 && word > 0 && view.Party(word - 1) < 0 && tree.Part(word - 1) == PartOfSpeech.Noun && !view.IsDemonym(word)) found |= ClassOf(view, word - 1) & (NounClass.Actors | NounClass.Property);
        return found;
    }

    /// <summary>The classes of a phrase: of its head, of what "of" brings where the head only measures ("tonnes of wheat"), of the words
    /// before it where the head says little ("lethal aid", "navigation equipment").</summary>
    public static NounClass GoodsOf(SentenceView view, int head)
    {
        var own = ClassOf(view, head);
        var found = own;
        if ((own & (NounClass.Measure | NounClass.Help | NounClass.Generic)) != 0 || view.Tree.Part(head) == PartOfSpeech.Num)
            foreach (var child in view.Tree.Children(head))
                if (view.Tree.Relation(child) is Relation.Nmod or Relation.Obl or Relation.Nummod && (CaseOf(view, child).SequenceEqual("of") || view.Tree.Part(head) == PartOfSpeech.Num))
                    found |= GoodsOf(view, child);
        // "several hundred | drones", whatever the parser makes of the number.
        if (view.Tree.Part(head) == PartOfSpeech.Num && head + 1 < view.Tree.Count && view.Tree.Part(head + 1) == PartOfSpeech.Noun) found |= ClassOf(view, head + 1);
        if ((found & NounClass.ClassedGoods) != 0) return found;
        foreach (var child in view.Tree.Children(head))
            if (child < head && view.Tree.Relation(child) is Relation.Compound or Relation.Amod or Relation.NmodUnmarked or Relation.Nummod or Relation.NmodDesc)
                found |= ClassOf(view, child) & NounClass.ClassedGoods;
        return found;
    }

    /// <summary>The word of its preposition ("to", "on behalf of"); empty where it has none.</summary>
    public static ReadOnlySpan<char> CaseOf(SentenceView view, int word)
    {
        foreach (var child in view.Tree.Children(word))
        {
            if (view.Tree.Relation(child) != Relation.Case || child > word) continue;
            var last = child;
            foreach (var rest in view.Tree.Children(child))
                if (view.Tree.Relation(rest) == Relation.Fixed) last = Math.Max(last, rest);
            return view.Tree.Text.AsSpan(view.Tree.Words[child].Start, view.Tree.Words[last].End - view.Tree.Words[child].Start);
        }
        return default;
    }

    /// <summary>A noun and those coordinated with it.</summary>
    public static IEnumerable<int> Coordinated(SentenceView view, int head)
    {
        yield return head;
        foreach (var child in view.Tree.Children(head))
        {
            if (view.Tree.Relation(child) != Relation.Conj || !IsNominal(view, child) || CaseOf(view, child).Length > 0 && CaseOf(view, head).Length == 0) continue;
            foreach (var next in Coordinated(view, child)) yield return next;
        }
    }

    public static bool IsNominal(SentenceView view, int word) =>
        view.Tree.Part(word) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Num or PartOfSpeech.Sym or PartOfSpeech.X || view.Party(word) >= 0;

    /// <summary>First and last word of a noun phrase as an object is quoted: without relative clauses, and without phrases of place, time
    /// and role behind it.</summary>
    public static (int First, int Last) SpanOf(SentenceView view, int head)
    {
        var (first, last) = view.Tree.Span(head, child => Belongs(view, child, head));
        while (first < head && view.Tree.Part(first) is PartOfSpeech.Punct or PartOfSpeech.Cconj or PartOfSpeech.Adp) first++;
        while (last > head && view.Tree.Part(last) is PartOfSpeech.Punct or PartOfSpeech.Cconj) last--;
        return (first, last);
    }

    static bool Belongs(SentenceView view, int child, int head)
    {
        var tree = view.Tree;
        return tree.Relation(child) switch
        {
            Relation.Det or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.NmodPoss or Relation.Flat or Relation.NmodDesc
                or Relation.DetPredet or Relation.Fixed or Relation.CompoundPrt or Relation.Goeswith or Relation.Advmod => true,
            Relation.Case => tree.Head(child) != head || tree.Form(child) == WordForm.Possessive,
            Relation.Nmod => CaseOf(view, child) is "of" or "for" || child < tree.Head(child),
            Relation.NmodUnmarked => child < tree.Head(child),
            Relation.Conj => IsNominal(view, child),
            // "its decision to close the border", but not "the firm that closed it".
            Relation.Acl => tree.Child(child, Relation.Mark) >= 0 || tree.Head(child) != head,
            Relation.Mark or Relation.Obj or Relation.Xcomp => tree.Head(child) != head,
            _ => false,
        };
    }

    /// <summary>The words of a span of the sentence.</summary>
    public static string Quote(SentenceView view, int first, int last) =>
        view.Tree.Text[view.Tree.Words[first].Start..view.Tree.Words[last].End];
}
