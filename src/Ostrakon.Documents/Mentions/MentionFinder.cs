using System.Collections.Immutable;
using Ostrakon.Documents.Extraction;
using Ostrakon.Matching;

namespace Ostrakon.Documents.Mentions;

/// <summary>Who is named in an article, and who of them may be listed. Safe for any number of threads.</summary>
public static class MentionFinder
{
    /// <summary>Finds the parties of an article with all their mentions and judges them against the lists.</summary>
    /// <param name="article">The clean article; its title and text are read.</param>
    /// <param name="screener">The lists in use.</param>
    /// <param name="cancel">Stops between parties.</param>
    public static ImmutableArray<DocumentParty> Find(Article article, Screener screener, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(screener);
        return Find(article, new NameScreen(screener), cancel);
    }

    /// <summary>The same with a screen that remembers names from other documents.</summary>
    internal static ImmutableArray<DocumentParty> Find(Article article, NameScreen screen, CancellationToken cancel)
    {
        var texts = new List<(MarkedText Text, List<NameSpan> Spans)>();
        if (article.Title is { Length: > 0 } title) texts.Add(Read(title, true));
        texts.Add(Read(article.Text, false));
        NameSpans.DropUnsupported(texts);
        var drafts = PartyBuilder.Build(texts);
        var context = DocumentContext.Of(texts, drafts, article.Published);

        var parties = ImmutableArray.CreateBuilder<DocumentParty>(drafts.Count);
        foreach (var draft in drafts)
        {
            cancel.ThrowIfCancellationRequested();
            parties.Add(new()
            {
                Id = $"p{parties.Count + 1}",
                Name = draft.Name,
                Kind = draft.Kind,
                Country = draft.Country,
                Mentions = [.. draft.Mentions],
                Listings = Judge.Listings(draft, context),
            });
        }
        return parties.MoveToImmutable();

        (MarkedText, List<NameSpan>) Read(string text, bool isTitle)
        {
            var marked = new MarkedText(text, isTitle);
            return (marked, NameSpans.Find(marked, screen.Snapshot, screen));
        }
    }
}
