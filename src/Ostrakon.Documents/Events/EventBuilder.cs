using System.Collections.Immutable;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Makes events of drafts: parties for the words in the roles, spans of the text, times. For one document.</summary>
sealed class EventBuilder(PartyResolver resolver, DateOnly? documentDate)
{
    public Event Build(EventDraft draft)
    {
        var (view, kind) = (draft.View, draft.Frame.Kind);
        var agents = Resolve(view, draft.Agent >= 0 ? draft.Agent : draft.AgentFrom?.Agent ?? -1);
        var counterparts = Resolve(view, draft.Counterpart >= 0 ? draft.Counterpart : draft.CounterpartFrom?.Counterpart ?? -1).RemoveAll(agents.Contains);
        // "between A and B", "A and B met": two equal sides.
        if (kind.IsMutual && counterparts.IsEmpty && agents.Length > 1) (agents, counterparts) = ([agents[0]], agents[1..]);
        var quoted = draft.Object >= 0 ? Quote(view, draft.Object) : null;
        var (start, end) = Evidence(draft);
        var trigger = view.Tree.Words[draft.Trigger.Word];
        return new()
        {
            Id = "",
            Kind = kind.Name,
            Plover = PloverTypes.Of(draft, !agents.IsEmpty, !counterparts.IsEmpty),
            Agent = agents,
            Counterpart = counterparts,
            Object = quoted,
            ObjectClass = ObjectClasses.Of(draft),
            Place = EventPlaces.Of(draft),
            Time = Times.Of(draft, documentDate),
            Factuality = NameOf(draft.Factuality),
            Attribution = [.. draft.Sources.SelectMany(source => Resolve(view, source)).Distinct(StringComparer.Ordinal)],
            Confidence = ConfidenceOf(draft, agents, counterparts),
            Evidence = [new(start, end, view.Tree.Text[start..end])],
            Trigger = new(trigger.Start, trigger.End, trigger.In(view.Tree.Text).ToString()),
            Rule = draft.Frame.Rule,
        };
    }

    ImmutableArray<string> Resolve(SentenceView view, int head) => head < 0 ? [] : [.. resolver.Resolve(view, head)];

    static string Quote(SentenceView view, int head)
    {
        var (first, last) = Phrases.SpanOf(view, head);
        return Phrases.Quote(view, first, last);
    }

    /// <summary>The clause: from the first to the last word that takes part, with the words that hang on them.</summary>
    static (int Start, int End) Evidence(EventDraft draft)
    {
        var tree = draft.View.Tree;
        int first = draft.Trigger.Word, last = first;
        foreach (var word in (ReadOnlySpan<int>)[draft.Trigger.Word, draft.Trigger.Verb, draft.Agent, draft.Counterpart, draft.Object])
        {
            if (word < 0) continue;
            var (f, l) = tree.Span(word, child => tree.Relation(child) is not (Relation.Parataxis or Relation.Punct or Relation.Ccomp or Relation.AclRelcl) || word != draft.Trigger.Word && tree.Relation(child) != Relation.Punct);
            (first, last) = (Math.Min(first, f), Math.Max(last, l));
        }
        return (tree.Words[first].Start, tree.Words[last].End);
    }

    static double ConfidenceOf(EventDraft draft, ImmutableArray<string> agents, ImmutableArray<string> counterparts)
    {
        var confidence = draft.Trigger.Part == 'v' ? 0.85 : 0.75;
        if (agents.IsEmpty) confidence -= 0.15;
        if (counterparts.IsEmpty && draft.Object < 0) confidence -= 0.15;
        if (draft.Factuality == Factuality.Uncertain) confidence -= 0.1;
        return Math.Round(confidence, 2);
    }

    static string NameOf(Factuality factuality) => factuality switch
    {
        Factuality.NotHappened => "not-happened",
        var other => other.ToString().ToLowerInvariant(),
    };
}
