using System.Collections.Immutable;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Who says a whole sentence: "..., the ministry said", "according to". The parser hangs these in many ways, so they are found
/// by the order of the words. Immutable.</summary>
sealed class SentenceSources
{
    readonly ImmutableArray<(int Source, int Before)> sources;

    SentenceSources(ImmutableArray<(int, int)> sources) => this.sources = sources;

    /// <summary>The reading of an event at a word, with the sources of the sentence around it.</summary>
    public Reading Around(Reading reading, int word)
    {
        foreach (var (source, before) in sources)
            if (word < before && !reading.Sources.Contains(source)) reading = reading with { Sources = reading.Sources.Insert(0, source) };
        return reading;
    }

    public static SentenceSources Of(SentenceView view)
    {
        var found = ImmutableArray.CreateBuilder<(int, int)>();
        for (var i = 0; i < view.Tree.Count; i++)
        {
            if (view.Tree.Is(i, "according") && i + 2 < view.Tree.Count && view.Tree.Is(i + 1, "to") && NounAfter(view, i + 2) is >= 0 and var source)
                found.Add((source, view.Tree.Count));
            else if (view.Tree.Part(i) == PartOfSpeech.Verb && (Governors.Of('v', view.Tree.Word(i)) & Governor.Say) != 0 && Tail(view, i) is { } tail)
                found.Add(tail);
        }
        return new(found.ToImmutable());
    }

    static int NounAfter(SentenceView view, int word)
    {
        for (var i = word; i < Math.Min(word + 8, view.Tree.Count); i++)
        {
            if (!Phrases.IsNominal(view, i)) { if (view.Tree.Part(i) == PartOfSpeech.Punct && i > word && view.Tree.Word(i) is not "-") return -1; continue; }
            // The head of the phrase, not its first part.
            var head = i;
            while (view.Tree.Head(head) > head && view.Tree.Relation(head) is Relation.Compound or Relation.NmodPoss or Relation.Amod or Relation.NmodUnmarked or Relation.Nummod or Relation.NmodDesc or Relation.Flat) head = view.Tree.Head(head);
            if (head > i || view.Tree.Relation(i) is not (Relation.Compound or Relation.NmodPoss or Relation.Amod)) return head;
            return head;
        }
        return -1;
    }

    /// <summary>", an official said", ", said an official": the clause before the comma is what is said.</summary>
    static (int Source, int Before)? Tail(SentenceView view, int verb)
    {
        var tree = view.Tree;
        foreach (var child in tree.Children(verb))
            if (child > verb && tree.Relation(child) is Relation.Ccomp or Relation.Obj or Relation.Xcomp) return null;
        var subject = Arguments.LogicalSubject(view, verb).FirstOrDefault(-1);
        if (subject < 0) return null;
        var first = subject < verb ? tree.Span(subject, c => c < subject && c < verb).First : verb;
        if (subject > verb && tree.Relation(subject) is not (Relation.Nsubj or Relation.Obj)) return null;
        if (first == 0 || !(tree.Word(first - 1) is "," or "\"" or "”" or "“" or "’" or "'" or "–" or "—" or "-")) return null;
        // Words have to stand before it, and nothing but a time behind it.
        return tree.Form(verb) is WordForm.Past or WordForm.PresentThird or WordForm.Present or WordForm.PastParticiple ? (subject, first) : null;
    }
}
