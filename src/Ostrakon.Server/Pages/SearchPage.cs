using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Matching;
using Ostrakon.Server.Access;
using Ostrakon.Server.Api;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Pages.Slices;
using Ostrakon.Server.Records;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Pages;

/// <summary>One box for a name or a pasted text; facts on demand; hits with reasons.</summary>
static class SearchPage
{
    /// <summary>From here on, or with a line break, what is typed is a text to read and no name. Characters.</summary>
    const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/", static async (HttpRequest request, ListsInUse lists, ScreeningLog log, Telemetry telemetry, CancellationToken cancel) =>
    {
        var asked = request.Query["name"].FirstOrDefault()?.Trim() ?? "";
        if (asked.Length > LongestName || asked.Contains('\n', StringComparison.Ordinal))
            return Results.Redirect($"/read?text={Uri.EscapeDataString(asked)}");
        using var use = lists.Use();
        var form = SearchForm.Of(request.Query, asked);
        var recording = log.Begin(request.HttpContext.Key()?.Id, "page");
        var model = Answer(form, request, use, recording, telemetry, cancel);
        await recording.KeptAsync(cancel);
        return Site.Show(SearchSlice.Create(model));
    }).Needs(Scopes.Screen);

    static SearchModel Answer(SearchForm form, HttpRequest request, ListsUse use, Recording recording, Telemetry telemetry, CancellationToken cancel)
    {
        var model = new SearchModel(form, [.. use.Snapshot.Lists], use.Snapshot.Demonstration);
        if (form.Name.Length == 0) return model;
        if (!QueryCheck.HasLetters(form.Name)) return model with { Problem = "The name has no letters: give a name to look for." };
        if (QueryCheck.Of([form.Name], form.Schema, One(form.BirthDate), One(form.Country), One(form.IdNumber), out var problem) is not { } query)
            return model with { Problem = $"The question has a fault: {problem}." };
        try
        {
            var options = ScreeningRequest.Options(request.Query, use.Snapshot) with { Limit = 50 };
            var began = Stopwatch.GetTimestamp();
            var screening = use.Screener.Screen(query, options, cancel);
            telemetry.Screened(screening.Total, began);
            recording.Add(query, options, screening, use);
            return model with { Screening = screening, Options = options };
        }
        catch (ProblemException e) { return model with { Problem = e.Message }; }
    }

    static ImmutableArray<string> One(string text) => text.Length == 0 ? [] : [text];
}

/// <summary>What was typed into the search form. Immutable.</summary>
public sealed record SearchForm(string Name, string Schema, string BirthDate, string Country, string IdNumber, string Threshold, ImmutableArray<string> Lists)
{
    internal static SearchForm Of(IQueryCollection query, string name)
    {
        string One(string key) => query[key].FirstOrDefault()?.Trim() ?? "";
        return new(name, One("schema"), One("birthDate"), One("country"), One("idNumber"), One("threshold"), [.. query["list"].OfType<string>()]);
    }

    /// <summary>Whether anything but the name was given, so that the facts stay open.</summary>
    public bool HasFacts => Schema.Length + BirthDate.Length + Country.Length + IdNumber.Length + Threshold.Length > 0 || !Lists.IsEmpty;
}

/// <summary>The search page. Immutable.</summary>
public sealed record SearchModel(SearchForm Form, ImmutableArray<ListVersion> Lists, bool Demonstration)
{
    /// <summary>The answer; null before a question.</summary>
    public Screening? Screening { get; init; }

    /// <summary>How it was asked.</summary>
    public ScreeningOptions Options { get; init; } = new();

    /// <summary>What is wrong with the question.</summary>
    public string? Problem { get; init; }
}
