using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Ostrakon.Lists.Archive;

/// <summary>A version of a list as it is kept, <c>version.json</c>. Immutable.</summary>
/// <param name="Version">Dates, hash, counts and coverage as they were at import.</param>
/// <param name="Files">The original files.</param>
/// <param name="Forced">The user insisted on the files at import (<c>--force</c>).</param>
public sealed record KeptVersion(ListVersion Version, ImmutableArray<KeptFile> Files, bool Forced)
{
    /// <summary>
    /// The version's hash: of a single file its own, as <c>sha256sum</c> prints it; of several the hash over their hashes, each on a line,
    /// in ascending order, so that the order in which the files are given does not matter.
    /// </summary>
    internal static string HashOf(ImmutableArray<ListFile> files)
    {
        var hashes = files.Select(f => HashOf(f.Content.Span)).ToArray();
        if (hashes.Length == 1) return hashes[0];
        Array.Sort(hashes, StringComparer.Ordinal);
        return HashOf(Encoding.UTF8.GetBytes(string.Concat(hashes.Select(h => h + "\n"))));
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    internal static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>An original file of a kept version. Immutable.</summary>
/// <param name="Name">Its name as the user gave it, without folders.</param>
/// <param name="Kept">Its name in the version's folder; the content is gzipped.</param>
/// <param name="Sha256">Hash of the unpacked content, lower-case hexadecimal.</param>
/// <param name="Bytes">Size of the unpacked content.</param>
/// <param name="Time">When the user's file was last written, UTC.</param>
public sealed record KeptFile(string Name, string Kept, string Sha256, long Bytes, DateTime Time);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(KeptVersion))]
[JsonSerializable(typeof(FolderSettings))]
sealed partial class ArchiveJson : JsonSerializerContext;
