using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Index;
using Ostrakon.Matching;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Api;

/// <summary>How a client asks: the options of a screening, out of a JSON body or the address.</summary>
static class ScreeningRequest
{
    public const int MostHits = 500;

    /// <summary>The keys <c>threshold, limit, list, algorithm</c> of a body.</summary>
    public static ScreeningOptions Options(JsonElement body, Snapshot snapshot) => Options(
        Number(body, "threshold"), Number(body, "limit"), QueryCheck.Texts(body, "list"), QueryCheck.Texts(body, "algorithm").FirstOrDefault(), snapshot);

    /// <summary>The same as parameters of the address.</summary>
    public static ScreeningOptions Options(IQueryCollection address, Snapshot snapshot) => Options(
        Number(address, "threshold"), Number(address, "limit"), [.. address["list"].OfType<string>()], address["algorithm"].FirstOrDefault(), snapshot);

    static ScreeningOptions Options(double? threshold, double? limit, ImmutableArray<string> lists, string? algorithm, Snapshot snapshot)
    {
        if (threshold is not (null or (>= 0 and <= 1))) throw ProblemException.Bad("threshold is a number from 0 to 1.");
        if (limit is not (null or (>= 1 and <= MostHits))) throw ProblemException.Bad($"limit is a number from 1 to {MostHits}.");
        foreach (var list in lists)
            if (snapshot.Lists.All(l => l.List != list))
                throw ProblemException.Bad($"The list '{list}' is not loaded (loaded: {string.Join(", ", snapshot.Lists.Select(l => l.List))}).");
        return new()
        {
            Threshold = threshold ?? ScreeningOptions.AlertThreshold,
            Limit = (int?)limit ?? 5,
            Lists = lists,
            Algorithm = Matcher(algorithm),
        };
    }

    /// <summary>The matcher of this name; null = the default one.</summary>
    public static Algorithm Matcher(string? algorithm) =>
        algorithm is null ? Algorithm.Default
        : Enum.TryParse<Algorithm>(algorithm, ignoreCase: true, out var known) && !char.IsDigit(algorithm[0]) ? known
        : throw ProblemException.Bad($"The algorithm '{algorithm}' is not known: use default or ofac.");

    /// <summary>The query of a body.</summary>
    public static Query Query(JsonElement body) =>
        QueryCheck.Of(body, out var problem) ?? throw ProblemException.Bad($"The query {(problem!.StartsWith("is ", StringComparison.Ordinal) ? problem : $"has a fault: {problem}")}.");

    /// <summary>The query of an address.</summary>
    public static Query Query(IQueryCollection address)
    {
        ImmutableArray<string> Many(string key) => [.. address[key].OfType<string>()];
        return QueryCheck.Of(Many("name"), address["schema"].FirstOrDefault(), Many("birthDate"), Many("country"), Many("idNumber"), out var problem)
            ?? throw ProblemException.Bad($"The query has a fault: {problem}.");
    }

    /// <summary>The body as JSON; it lives as long as the document.</summary>
    public static async Task<JsonDocument> Body(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasJsonContentType()) throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "Send JSON, with Content-Type: application/json.");
        return await JsonDocument.ParseAsync(request.Body, cancellationToken: cancel);
    }

    static double? Number(JsonElement body, string key) =>
        body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : double.NaN;

    static double? Number(IQueryCollection address, string key) =>
        address[key].FirstOrDefault() is not { Length: > 0 } text ? null
        : double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
