using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ostrakon.Matching;

/// <summary>All numbers of the matcher, from one readable file beside this code (<c>weights.json</c>). Immutable.</summary>
/// <param name="Version">Counts up with every change.</param>
/// <param name="Channels">How reliable a likeness of two words is.</param>
/// <param name="Words">How much a word proves.</param>
/// <param name="Name">What the alignment of two names adds up to.</param>
sealed record Weights(int Version, ChannelWeights Channels, WordWeights Words, NameWeights Name)
{
    /// <summary>The file's bytes, for the configuration's hash.</summary>
    public static byte[] File { get; } = Read();

    /// <summary>The weights in use.</summary>
    public static Weights Current { get; } = JsonSerializer.Deserialize(File, WeightsJson.Default.Weights)!;

    static byte[] Read()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("Matching/weights.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <param name="Variant">Factor for a form that is not the usual one.</param>
/// <param name="Class">Equivalent given names.</param>
/// <param name="Skeleton">Equal phonetic keys of 1, 2, 3 ... letters.</param>
/// <param name="Edit">Typing errors: 1 - Edit * cost / letters ^ EditLength.</param>
/// <param name="EditLength">See <paramref name="Edit"/>.</param>
/// <param name="Prefix">A beginning that stands for the whole word.</param>
/// <param name="Initial">A letter that stands for the whole word.</param>
sealed record ChannelWeights(float Variant, float Class, ImmutableArray<float> Skeleton, float Edit, float EditLength, float Prefix, float Initial);

/// <param name="Common">The most common word; the rarest counts 1.</param>
/// <param name="Initial">An initial.</param>
/// <param name="Number">A number.</param>
sealed record WordWeights(float Common, float Initial, float Number);

/// <param name="Contradiction">Per full word that stands against another one.</param>
/// <param name="Omission">Per full word that only one side has, over the square of the words that agree.</param>
/// <param name="Evidence">What is missing where hardly anything agrees.</param>
/// <param name="EvidenceScale">After how many full words that is nearly nothing.</param>
/// <param name="Order">Words in another order.</param>
/// <param name="LegalForm">Another legal form.</param>
/// <param name="Minor">Each title, particle or legal form that only one side has.</param>
sealed record NameWeights(float Contradiction, float Omission, float Evidence, float EvidenceScale, float Order, float LegalForm, float Minor);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Weights))]
sealed partial class WeightsJson : JsonSerializerContext;
