using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ostrakon.Documents.Briefs;
using Ostrakon.Index;
using Ostrakon.Joins;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Lists.Starter;
using Ostrakon.Matching;
using Ostrakon.Server.Files;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Jobs;
using Ostrakon.Server.Pages;
using Ostrakon.Store;
using Ostrakon.Store.Briefs;
using Ostrakon.Store.Jobs;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Server.Records;

/// <summary>How a record was answered this time. Immutable.</summary>
/// <param name="Id">The record.</param>
/// <param name="Kind">"screening", "job" or "brief".</param>
/// <param name="At">When it was answered.</param>
/// <param name="Differences">What differs; empty where the answer is byte for byte the same.</param>
/// <param name="Answer">The answer of now; null where it could not be asked again, and of a job, whose answers are many.</param>
sealed record Replayed(string Id, string Kind, DateTimeOffset At, ImmutableArray<Difference> Differences, ReadOnlyMemory<byte>? Answer)
{
    public bool Same => Differences.IsEmpty;
}

/// <summary>Something in which then and now differ. Immutable.</summary>
/// <param name="What">"engine", "config", "list" or "answer".</param>
/// <param name="Detail">How, as a sentence.</param>
sealed record Difference(string What, string Detail);

/// <summary>
/// Asks again what was asked, over the list versions and join decisions of then, and says whether the answer is byte for byte the same, or else what
/// differs. For one thread.
/// </summary>
sealed class Replay(DataStore store, ListArchive archive, SnapshotSource source) : IDisposable
{
    const int Portion = 1000;

    string? of;
    ListsUse? past;

    /// <summary>A record by its id; null where there is none, or none any more.</summary>
    public async Task<Replayed?> OneAsync(string id, CancellationToken cancel) =>
        await store.Screenings.FindAsync(id, cancel) is { } screening ? Again(screening, cancel)
        : await store.Jobs.FindAsync(id, cancel) is { Answer: { } answer } job ? await AgainAsync(job, answer, cancel)
        : await store.Briefs.FindAsync(id, cancel) is { } brief ? await AgainAsync(brief, cancel)
        : null;

    /// <summary>All records, each kind from the oldest to the latest.</summary>
    public async IAsyncEnumerable<Replayed> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        for (var last = ""; await store.Screenings.AfterAsync(last, Portion, cancel) is { Count: > 0 } some; last = some[^1].Id)
            foreach (var record in some) yield return Again(record, cancel);
        foreach (var job in await store.Jobs.AllAsync(cancel))
            if (job.Answer is { } answer) yield return await AgainAsync(job, answer, cancel);
        foreach (var id in await store.Briefs.IdsAsync(cancel))
            if (await store.Briefs.FindAsync(id, cancel) is { } brief) yield return await AgainAsync(brief, cancel);
    }

    Replayed Again(ScreeningRecord record, CancellationToken cancel)
    {
        var differences = Versions(record.Versions);
        if (Use(record.Versions, differences, cancel) is not { } use) return new(record.Id, "screening", record.At, [.. differences], null);
        using var query = JsonDocument.Parse(record.Query);
        using var how = JsonDocument.Parse(record.Options);
        var (asked, options) = (QuestionJson.Query(query.RootElement), QuestionJson.Options(how.RootElement));
        var screening = use.Screener.Screen(asked, options, cancel);
        var answer = Recording.Bytes(json => Recording.Answer(json, asked, screening, use));
        if (Recording.Hash(answer) != record.Answer) differences.Add(new("answer", FirstDifference(record, screening)));
        return new(record.Id, "screening", record.At, [.. differences], answer);
    }

    async Task<Replayed> AgainAsync(JobRecord record, JobAnswer then, CancellationToken cancel)
    {
        var differences = Versions(then.Versions);
        if (Use(then.Versions, differences, cancel) is not { } use) return new(record.Id, "job", record.Created, [.. differences], null);
        var job = Job.Of(record.Record);
        using var before = new StreamReader(store.Files.Open(then.Lines));
        using var queries = BatchFile.Open(store.Files.Open(record.Input), job.File);
        await using var lines = new LineComparison(before);
        using var answers = new JsonAnswerFile(lines, null);
        await ScreenBatch.RunAsync(use.Screener, job.Options, queries, [answers], static (_, _) => { }, cancel);
        if (lines.FirstDifference() is { } line) differences.Add(new("answer", string.Create(CultureInfo.InvariantCulture, $"line {line} of the results is another")));
        return new(record.Id, "job", record.Created, [.. differences], null);
    }

    async Task<Replayed> AgainAsync(BriefRecord record, CancellationToken cancel)
    {
        var differences = Versions(record.Versions);
        if (Use(record.Versions, differences, cancel) is not { } use) return new(record.Id, "brief", record.Created, [.. differences], null);
        using var document = new MemoryStream();
        await using (var stored = store.Files.Open(record.Document)) await stored.CopyToAsync(document, cancel);
        var brief = use.Reader.Read(BriefSource.Parse(record.Source).Document(document.ToArray()), cancel);
        var answer = BriefShelf.Json(brief, use);
        var (at, length) = (answer.AsSpan().CommonPrefixLength(record.Json.Span), Math.Max(answer.Length, record.Json.Length));
        if (at < length) differences.Add(new("answer", $"the brief is another from this line on: {LineAt(answer.AsSpan(), at)}"));
        return new(record.Id, "brief", record.Created, [.. differences], answer);
    }

    static string LineAt(ReadOnlySpan<byte> json, int at)
    {
        at = Math.Min(at, json.Length);
        var line = json[(json[..at].LastIndexOf((byte)'\n') + 1)..];
        return System.Text.Encoding.UTF8.GetString(line.IndexOf((byte)'\n') is >= 0 and var end ? line[..end] : line).Trim();
    }

    /// <summary>In which versions of the product then and now differ.</summary>
    static List<Difference> Versions(AnswerVersions then)
    {
        var differences = new List<Difference>();
        if (then.Engine != EngineVersion.Engine) differences.Add(new("engine", $"engine {then.Engine} answered, this is {EngineVersion.Engine}"));
        if (then.Config != EngineVersion.Config) differences.Add(new("config", $"weights and tables {then.Config} answered, these are {EngineVersion.Config}"));
        return differences;
    }

    /// <summary>The lists and join decisions of then; null where a version is gone, which is added to the differences.</summary>
    ListsUse? Use(AnswerVersions then, List<Difference> differences, CancellationToken cancel)
    {
        var lists = then.ListVersions();
        var gone = lists.Select(l => Gone(l.List, l.Version, l.Sha256)).OfType<Difference>().ToList();
        differences.AddRange(gone);
        if (gone.Count > 0) return null;
        // The engine's own versions do not matter for which lists are asked.
        var id = (then with { Engine = "", Config = "" }).Id;
        if (past is not null && of == id) return past;
        past?.Dispose();
        (past, of) = (null, id);
        var lease = source.Lease();
        if ((ListsInUse.VersionsOf(lease.Snapshot) with { Engine = "", Config = "" }).Id != id)
        {
            lease.Dispose();
            lease = SnapshotLease.Of(SnapshotSource.Past(archive, lists.Select(static l => (l.List, l.Version)), JoinChoices.Parse(then.Joins), cancel));
        }
        var screener = new Screener(lease.Snapshot);
        return past = new(lease, screener, new BriefReader(screener), then);
    }

    Difference? Gone(string list, string version, string sha256)
    {
        if (list == StarterList.Id) return StarterList.Sha256 == sha256 ? null : new("list", $"the starter list {version} of another build answered");
        try
        {
            var kept = archive.Version(list, version).Version;
            return kept.Sha256 == sha256 ? null : new("list", $"{list} {version} is kept with other content (sha256 {kept.Sha256}, then {sha256}): import the files of then again");
        }
        catch (DataFolderException e) { return new("list", e.Message); }
    }

    static string FirstDifference(ScreeningRecord record, Screening now)
    {
        using var json = JsonDocument.Parse(record.Hits);
        var then = json.RootElement.EnumerateArray().Select(static h => (Party: h.GetProperty("party").GetString(), Score: h.GetProperty("score").GetDouble())).ToList();
        for (var i = 0; i < Math.Max(then.Count, now.Hits.Length); i++)
        {
            var (was, @is) = (i < then.Count ? Named(then[i].Party, then[i].Score) : "nobody", i < now.Hits.Length ? Named(now.Hits[i].Party.Id, ScreeningJson.Rounded(now.Hits[i].Score)) : "nobody");
            if (was != @is) return $"hit {i + 1} was {was}, is {@is}";
        }
        return record.Total != now.Total ? $"of {record.Total} hits in all, there are {now.Total}" : "the same hits with the same scores, but their explanations, facts or versions are others";
    }

    static string Named(string? party, double score) => string.Create(CultureInfo.InvariantCulture, $"{party} with {score}");

    public void Dispose() => past?.Dispose();
}
