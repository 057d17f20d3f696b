using System.Collections.Immutable;
using System.Security.Cryptography;
using Ostrakon.Documents.Events;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;
using Ostrakon.Index;

namespace Ostrakon.Documents.Briefs;

/// <summary>Reads a document: who is in it, what they do, who of them is listed, who deals with them. Safe for any number of threads.</summary>
public static class BriefReader
{
    /// <summary>Reads an article that is already clean.</summary>
    /// <param name="article">The article.</param>
    /// <param name="content">The bytes that it was made of: their hash is the document's id.</param>
    /// <param name="source">The file, address or "-" that was read.</param>
    /// <param name="snapshot">The lists in use.</param>
    /// <param name="cancel">Stops between steps.</param>
    public static Brief Read(Article article, ReadOnlySpan<byte> content, string source, Snapshot snapshot, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var parties = MentionFinder.Find(article, snapshot, cancel);
        ImmutableArray<Event> events = [];
        return new(IdOf(content), source, article, parties, events, ExposureFinder.Find(parties, events));
    }

    /// <summary>The document id of some bytes.</summary>
    public static string IdOf(ReadOnlySpan<byte> content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
