using System.Collections.Immutable;
using System.Text.Json;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>
/// FollowTheMoney entities as JSON lines (<c>entities.ftm.json</c>, <c>targets.nested.json</c>, an Aleph export, our own export):
/// a list of any id. Parties become entries; what only says something about a party joins it.
/// </summary>
static class FtmLines
{
    /// <summary>Longest line accepted: 16 MiB. The largest published nested entity has a hundredth of it.</summary>
    const int MaxLineBytes = 16 << 20;

    public static ListFormat Format { get; } = new("FollowTheMoney JSON lines", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files.All(f => LooksLikeEntity(FirstLine(f.Content.Span)));

    internal static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var (lines, nested) = (new List<FtmEntity>(), new List<FtmEntity>());
        foreach (var file in source.Files) Read(file, lines, nested, cancel);
        var coverage = new CoverageCounter();
        ImmutableArray<Entry> entries = [.. FtmEntries.Of(lines, nested, coverage)];
        if (entries.IsEmpty)
            throw new ListFormatException(source.Files[0].Name, 0, "holds no party that is listed", "Check that it is the file you meant; the list in use is kept as it is.");
        return new(entries, null, coverage.Report(), []);
    }

    static void Read(ListFile file, List<FtmEntity> lines, List<FtmEntity> nested, CancellationToken cancel)
    {
        long number = 0;
        for (var rest = WithoutMark(file.Content); !rest.IsEmpty;)
        {
            cancel.ThrowIfCancellationRequested();
            number++;
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            if (line.Length > MaxLineBytes)
                throw new ListFormatException(file.Name, number, $"is a line of more than {MaxLineBytes >> 20} MiB", "Export one entity a line.");
            try
            {
                using var json = JsonDocument.Parse(line);
                lines.Add(FtmEntity.Read(json.RootElement, number, nested));
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
            {
                throw new ListFormatException(file.Name, number, e is JsonException ? "is no JSON object (a truncated file?)" : e.Message,
                    "Download or export it again; the list in use is kept as it is.", e);
            }
        }
    }

    static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) => content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;

    static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("\uFEFF"u8)) content = content[3..];
        content = content.TrimStart(" \t\r\n"u8);
        var end = content.IndexOf((byte)'\n');
        return end < 0 ? content : content[..end];
    }

    /// <summary>Whether a line is an object with a schema on its first level; reads no further than that.</summary>
    static bool LooksLikeEntity(ReadOnlySpan<byte> line)
    {
        if (line is not [(byte)'{', ..]) return false;
        try
        {
            var reader = new Utf8JsonReader(line[..Math.Min(line.Length, MaxLineBytes)]);
            while (reader.Read())
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("schema"u8)) return true;
            return false;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)   // the latter for half a surrogate pair
        {
            return false;
        }
    }
}
