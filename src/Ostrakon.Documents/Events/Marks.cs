using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>The word that opens a clause: "if", "whether", "before". Pure.</summary>
static class Marks
{
    /// <summary>The words that open the clause of a verb, in small letters; empty where none does. The parser may hang them elsewhere, so
    /// the words right before the clause count too.</summary>
    public static string Of(SentenceView view, int verb)
    {
        var tree = view.Tree;
        foreach (var child in tree.Children(verb))
        {
            if (child > verb) break;
            if (tree.Relation(child) is not (Relation.Mark or Relation.Advmod or Relation.Case) || tree.Is(child, "to")) continue;
            if (IsOpener(tree.Word(child))) return WithFixed(view, child);
        }
        // Before the subject, where nothing else does.
        var first = verb;
        foreach (var child in tree.Children(verb))
            if (child < first && tree.Relation(child) is Relation.Nsubj or Relation.NsubjPass or Relation.Aux or Relation.AuxPass or Relation.Mark or Relation.Advmod or Relation.Expl)
                first = Math.Min(first, tree.Span(child).First);
        return first > 0 && first < verb && tree.Relation(verb) != Relation.Root && IsOpener(tree.Word(first - 1)) ? WithFixed(view, first - 1) : "";
    }

    static bool IsOpener(ReadOnlySpan<char> word) =>
        word.Length <= 9 && Openers.Contains(word);

    static readonly WordList Openers = new(["if", "unless", "whether", "before", "without", "provided", "providing", "assuming", "instead", "rather", "until", "lest", "once", "should",
        "after", "because", "since", "when", "while", "as", "although", "though", "by", "for", "despite", "until", "of", "from", "against", "in", "about", "on", "than", "over"]);

    static string WithFixed(SentenceView view, int word) => view.Tree.Word(word).ToString().ToLowerInvariant();

    public static bool IsConditional(SentenceView view, int verb) =>
        Of(view, verb) is "if" or "unless" or "provided" or "providing" or "assuming" or "lest"
        || Tense.IsInverted(view, verb, "should") || Tense.IsInverted(view, verb, "were")
        || (view.Tree.Word(verb) is "provided" or "Provided" or "assuming" or "providing" && view.Tree.Relation(verb) is Relation.Advcl);
}
