using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Ostrakon.Lists.Archive;

/// <summary>
/// The folder of one kept version: the originals and what is known of them, under one table of hashes that <c>sha256sum -c</c> reads too.
/// Immutable.
/// </summary>
sealed class VersionFolder(string path)
{
    const string Metadata = "version.json", Sums = "SHA256SUMS", Repair = "Import the files of this version again, or restore the folder from a backup.";

    public bool Exists => Directory.Exists(path);

    /// <summary>The parsed entries, which can be had again from the originals.</summary>
    public string Cache { get; } = Path.Combine(path, "entries");

    /// <summary>An empty file for each record that needs this version.</summary>
    public string Held { get; } = Path.Combine(path, "held");

    /// <summary>Writes originals and description into a folder that has no final name yet.</summary>
    public void Write(ListVersion version, ListSource source)
    {
        var sums = new StringBuilder();
        void Add(string name, byte[] content)
        {
            DurableFile.Write(Path.Combine(path, name), stream => stream.Write(content));
            sums.Append(Sum(content, name)).Append('\n');
        }
        var files = ImmutableArray.CreateBuilder<KeptFile>();
        foreach (var file in source.Files)
        {
            var name = Path.GetFileName(file.Name);
            var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;   // its content was unpacked
            var kept = string.Create(CultureInfo.InvariantCulture, $"{files.Count + 1:00}-{SafeName(plain)}.gz");
            Add(kept, Gzip(file.Content.Span));
            files.Add(new(name, kept, KeptVersion.HashOf(file.Content.Span), file.Content.Length, file.Time));
        }
        Add(Metadata, JsonSerializer.SerializeToUtf8Bytes(new KeptVersion(version, files.ToImmutable(), source.Force), ArchiveJson.Default.KeptVersion));
        DurableFile.Write(Path.Combine(path, Sums), stream => stream.Write(Encoding.UTF8.GetBytes(sums.ToString())));
    }

    /// <exception cref="DataFolderException">The description is damaged.</exception>
    public KeptVersion Read()
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(path, Metadata));
            if (!File.ReadAllLines(Path.Combine(path, Sums)).Contains(Sum(bytes, Metadata)))
                throw new DataFolderException(path, $"{Metadata} is damaged", Repair);
            return JsonSerializer.Deserialize(bytes, ArchiveJson.Default.KeptVersion)!;
        }
        catch (JsonException e) { throw new DataFolderException(path, $"{Metadata} is in no form that this build reads", "Was it written by a newer one?", e); }
        catch (IOException e) { throw new DataFolderException(path, $"cannot be read ({e.Message.TrimEnd('.')})", Repair, e); }
    }

    /// <summary>Whether every file still has its hash.</summary>
    public bool IsWhole()
    {
        try { return File.ReadAllLines(Path.Combine(path, Sums)).All(line => line.Length > 66 && Sum(File.ReadAllBytes(Path.Combine(path, line[66..])), line[66..]) == line); }
        catch (IOException) { return false; }
    }

    /// <summary>The original files as the user gave them.</summary>
    /// <exception cref="DataFolderException">One is damaged.</exception>
    public ImmutableArray<ListFile> Originals(KeptVersion version, CancellationToken cancel) => [.. version.Files.Select(file =>
    {
        var place = Path.Combine(path, file.Kept);
        try
        {
            using var stream = File.OpenRead(place);
            var content = ListFile.Unpack(place, stream, cancel);
            if (KeptVersion.HashOf(content.Span) == file.Sha256) return new ListFile(file.Name, content, file.Time);
        }
        catch (Exception e) when (e is ListFormatException or IOException)
        {
            throw new DataFolderException(place, $"the kept original cannot be read ({e.Message.TrimEnd('.')})", Repair, e);
        }
        throw new DataFolderException(place, "the kept original is damaged: its sha256 differs", Repair);
    })];

    /// <summary>A name without anything that a file system or a shell could take amiss.</summary>
    public static string SafeName(string name) =>
        string.Concat(name.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));

    static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }

    static string Sum(ReadOnlySpan<byte> content, string name) => $"{KeptVersion.HashOf(content)}  {name}";
}
