using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Ostrakon.Store.Backups;

/// <summary>What a backup holds: its last entry, <c>ostrakon-backup.json</c>. Immutable.</summary>
/// <param name="Format">Always <see cref="Known"/>.</param>
/// <param name="Engine">The engine that wrote it.</param>
/// <param name="Created">When.</param>
/// <param name="Store">Where the records came from; they are a SQLite file in every backup.</param>
/// <param name="Files">All files.</param>
public sealed record BackupManifest(string Format, string Engine, DateTimeOffset Created, string Store, ImmutableArray<BackupFile> Files)
{
    /// <summary>The format that this build writes and reads.</summary>
    public const string Known = "ostrakon backup 1";

    internal const string EntryName = "ostrakon-backup.json";

    /// <summary>All bytes, unpacked.</summary>
    [JsonIgnore]
    public long Bytes => Files.Sum(static f => f.Bytes);
}

/// <summary>A file of a backup. Immutable.</summary>
/// <param name="Path">Inside the data folder, with slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(BackupManifest))]
sealed partial class BackupJson : JsonSerializerContext;
