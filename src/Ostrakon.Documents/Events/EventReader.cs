using System.Collections.Immutable;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>The events of a document. Immutable.</summary>
/// <param name="Events">What happens, in order of the text.</param>
/// <param name="Parties">The parties that were given, and behind them those that take part without a name ("two European diplomats").</param>
public sealed record EventReading(ImmutableArray<Event> Events, ImmutableArray<DocumentParty> Parties);

/// <summary>Reads who does what to whom in an article, how real it is and who says so. English only. Safe for any number of threads.</summary>
public static class EventReader
{
    /// <summary>Reads the events of an article's text; time grows with its length only.</summary>
    /// <param name="article">The clean article. An article whose language is known and not English has no events.</param>
    /// <param name="parties">Its parties with their mentions.</param>
    /// <param name="documentDate">The day the document was published: relative times are resolved against it, and left open without it.</param>
    /// <param name="cancel">Stops between sentences.</param>
    public static EventReading Read(Article article, ImmutableArray<DocumentParty> parties, DateOnly? documentDate = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Language is not (null or "en")) return new([], parties);
        var map = new MentionMap(parties);
        var resolver = new PartyResolver(map);
        var builder = new EventBuilder(resolver, documentDate);
        var analyzer = new SyntaxAnalyzer();
        var merger = new EventMerger();
        foreach (var sentence in SentenceSplitter.Split(article.Text))
        {
            cancel.ThrowIfCancellationRequested();
            if (!HasTrigger(article.Text, sentence)) continue;
            if (SentenceView.Read(analyzer, article.Text, sentence, map) is not { } view) continue;
            foreach (var draft in SentenceReader.Read(view))
                if (builder.Build(draft) is var told && IsAnchored(told)) merger.Add(told);
        }
        return new(merger.Events(), [.. parties, .. resolver.Described]);
    }

    /// <summary>A deed of nobody to nobody ("she visited the bakery", where "she" is nobody that the text names) is no event.</summary>
    static bool IsAnchored(Event told) => !told.Agent.IsEmpty || !told.Counterpart.IsEmpty || told.Object is not null || told.Kind is "arrest" or "ceasefire";

    static bool HasTrigger(string text, Sentence sentence)
    {
        // A sentence of few words is a headline at best, and a name list has no trigger.
        foreach (var token in sentence.Tokens)
            if (token.Length > 2 && FrameLexicon.IsTrigger(token.In(text))) return true;
        return false;
    }
}
