using System.Collections.Immutable;

namespace Ostrakon.Lists;

/// <summary>One published state of a list. Immutable.</summary>
/// <param name="List">The list id, <c>us-ofac-sdn</c>.</param>
/// <param name="Version">The version's name: its publication date, with a sha256 prefix where a date repeats.</param>
/// <param name="Published">Publication date.</param>
/// <param name="PublishedFrom">Where that date comes from: "file" (inside it), "option" (--published) or "file time".</param>
/// <param name="Fetched">When it was imported, UTC.</param>
/// <param name="Sha256">Hash over the unpacked bytes of its files, lower-case hexadecimal.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Names">Number of written names over all entries.</param>
/// <param name="Coverage">What the parser mapped and what it kept only as published.</param>
/// <param name="Files">The files' names as the user gave them.</param>
public sealed record ListVersion(
    string List, string Version, DateOnly Published, string PublishedFrom, DateTimeOffset Fetched, string Sha256,
    int Entries, int Names, Coverage Coverage, ImmutableArray<string> Files);
