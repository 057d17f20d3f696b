namespace Ostrakon.Documents.Sources;

/// <summary>How much of one document is read at most.</summary>
static class SourceLimits
{
    /// <summary>A page above this is an error: the largest news pages have some ten megabytes with everything inlined.</summary>
    public const int DocumentBytes = 64 << 20;

    public static string TooLarge(long bytes) => $"too large: {bytes / (1 << 20)} MB, the limit is {DocumentBytes / (1 << 20)} MB; split it or take the page without its embedded media";
}
