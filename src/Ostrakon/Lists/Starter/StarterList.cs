using System.Collections.Immutable;
using Ostrakon.Lists.Archive;
using Ostrakon.Lists.Ftm;

namespace Ostrakon.Lists.Starter;

/// <summary>
/// The demonstration list inside the product: well-known listed parties as public facts, each with the official listing that it stands
/// for. It is no sanctions list: it is neither complete nor current, and every answer made with it says so.
/// </summary>
public static class StarterList
{
    /// <summary>The list's id.</summary>
    public const string Id = "starter";

    /// <summary>Reads it. Its publication date is the date of the facts in it.</summary>
    public static ParsedList Parse() => FtmLines.Parse(new(Id, [File()]), CancellationToken.None) with { Published = FactsAsOf };

    /// <summary>The hash of the file inside the product.</summary>
    public static string Sha256 => KeptVersion.HashOf([File()]);

    /// <summary>The file inside the product.</summary>
    internal static ListFile File()
    {
        using var stream = typeof(StarterList).Assembly.GetManifestResourceStream("Lists/Starter/starter.jsonl")!;
        return new("starter.jsonl", ListFile.Unpack("starter.jsonl", stream), default);
    }

    /// <summary>The date of the official files from which the facts were taken.</summary>
    public static DateOnly FactsAsOf { get; } = new(2024, 5, 3);
}
