using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ostrakon.Matching;

namespace Ostrakon.Server.Jobs;

/// <summary>The states of a job, in the order in which they follow each other.</summary>
public enum JobState
{
    /// <summary>Waits for its turn.</summary>
    Queued,
    /// <summary>Is being screened.</summary>
    Running,
    /// <summary>Its results are there.</summary>
    Done,
    /// <summary>Could not be screened.</summary>
    Failed,
}

/// <summary>A file of customers that is screened in the background. Immutable; each state replaces the one before.</summary>
/// <param name="Id">Random, not to be guessed.</param>
/// <param name="File">The file's name as it was uploaded.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Created">When it was uploaded.</param>
/// <param name="Threshold">Lowest score of a hit.</param>
/// <param name="Limit">Most hits a row.</param>
/// <param name="Lists">Only these lists; empty = all.</param>
/// <param name="Algorithm">Which matcher.</param>
public sealed record Job(
    string Id, string File, JobState State, DateTimeOffset Created, double Threshold, int Limit, ImmutableArray<string> Lists, Algorithm Algorithm)
{
    /// <summary>When it began to run.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>How much of the file has been read, 0..1.</summary>
    public double Progress { get; init; }

    /// <summary>Rows so far.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that could not be asked.</summary>
    public int Bad { get; init; }

    /// <summary>Rows with at least one hit.</summary>
    public int Hits { get; init; }

    /// <summary>Why it failed, and what to do; null elsewhere.</summary>
    public string? Error { get; init; }

    [JsonIgnore]
    internal ScreeningOptions Options => new() { Threshold = Threshold, Limit = Limit, Lists = Lists, Algorithm = Algorithm };

    /// <summary>The job as it is kept.</summary>
    internal string Text() => JsonSerializer.Serialize(this, JobShapes.Default.Job);

    /// <summary>The job that was kept.</summary>
    internal static Job Of(string record) => JsonSerializer.Deserialize(record, JobShapes.Default.Job)!;

    internal void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(json, this, JobShapes.Default.Job);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Job))]
sealed partial class JobShapes : JsonSerializerContext;
