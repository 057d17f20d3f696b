namespace Ostrakon.Documents.Extraction;

/// <summary>What is known about a document besides its bytes. Everything is optional. Immutable.</summary>
public sealed record SourceHint
{
    /// <summary>A hint that says nothing.</summary>
    public static SourceHint None { get; } = new();
    /// <summary>The address it stands under. Context only: it is never fetched.</summary>
    public string? Url { get; init; }
    /// <summary>The content type with its charset, as a server sent it.</summary>
    public string? ContentType { get; init; }
    /// <summary>The headline, where a feed or a file of records gives it.</summary>
    public string? Title { get; init; }
    /// <summary>The publication date, ISO 8601, where a feed or a file of records gives it.</summary>
    public string? Published { get; init; }
    /// <summary>The gist, where a feed gives it.</summary>
    public string? Lead { get; init; }
}
