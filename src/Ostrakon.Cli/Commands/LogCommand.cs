using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Store.Purging;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Cli.Commands;

/// <summary><c>log list|show|purge</c>: what a server was asked, and the removal of personal data.</summary>
static class LogCommand
{
    static readonly Option<int> Limit = new("--limit") { Description = "How many, the latest first.", HelpName = "N", DefaultValueFactory = static _ => 20 };
    static readonly Argument<string> Id = new("id") { Description = "The record, as the header X-Screening-Id or log list names it." };
    static readonly Option<int?> OlderThan = new("--older-than") { Description = "Remove screenings, ended jobs and briefs that are older.", HelpName = "DAYS" };
    static readonly Option<string[]> Query = new("--query") { Description = "Remove what holds this name: screenings, jobs with their files, documents with their briefs.", HelpName = "NAME" };

    public static Command Create()
    {
        var log = Common.Command("log", "What a server was asked and answered: list, show, and purge for good.", "ostrakon log list");
        var list = Common.Command("list", "The latest screenings.", "ostrakon log list --limit 50");
        list.Add(Limit);
        list.SetAction(ListAsync);
        var show = Common.Command("show", "A screening with all that is kept of it.", "ostrakon log show 0190f3a1b2c3d4e5f60718293a4b5c6d");
        show.Add(Id);
        show.SetAction(ShowAsync);
        var purge = Common.Command("purge", "Remove personal data for good: what is old, or what holds a name.", "ostrakon log purge --older-than 365");
        purge.Add(OlderThan);
        purge.Add(Query);
        purge.SetAction(PurgeAsync);
        foreach (var command in new[] { list, show, purge }) log.Add(command);
        return log;
    }

    static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancel)
    {
        var limit = parsed.GetValue(Limit);
        if (limit < 1) throw new UsageException("--limit is at least 1.");
        await using var store = DataAccess.Store(parsed);
        var (records, purges) = (await store.Screenings.LatestAsync(limit, cancel), await store.Purge.AllAsync(cancel));
        if (parsed.GetValue(Common.Json))
        {
            ConsoleJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("screenings");
                foreach (var record in records) Write(json, record);
                json.WriteEndArray();
                json.WriteStartArray("purges");
                foreach (var purge in purges) Write(json, purge);
                json.WriteEndArray();
                json.WriteEndObject();
            });
            return App.Done;
        }
        if (records.Count == 0) Console.WriteLine("No screenings are recorded.");
        foreach (var record in records)
        {
            using var query = JsonDocument.Parse(record.Query);
            var asked = string.Join(" / ", Ostrakon.Matching.QueryCheck.Texts(query.RootElement, "name").DefaultIfEmpty(record.Query));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{record.Id}  {record.At:yyyy-MM-dd HH:mm:ss}  {record.Via,-16}  {record.Total,4} hits  {asked}"));
        }
        if (purges.Count > 0) await Console.Error.WriteLineAsync($"Purged {purges.Count} times, last on {purges[0].At:yyyy-MM-dd} ({purges[0].Total} records).");
        return App.Done;
    }

    static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancel)
    {
        var id = parsed.GetRequiredValue(Id);
        await using var store = DataAccess.Store(parsed);
        var record = await store.Screenings.FindAsync(id, cancel) ?? throw new FailedException($"There is no screening {id}, or none any more. See ostrakon log list.");
        if (parsed.GetValue(Common.Json))
        {
            ConsoleJson.Write(json => Write(json, record));
            return App.Done;
        }
        Console.WriteLine($"{record.Id}  {record.At:yyyy-MM-dd HH:mm:ss.fff} UTC, through {record.Via}{(record.AskedBy is { } key ? $", key {key}" : "")}");
        Console.WriteLine($"  query     {record.Query}");
        Console.WriteLine($"  options   {record.Options}");
        Console.WriteLine($"  hits      {record.Total} in all, returned {record.Hits}");
        Console.WriteLine($"  answer    sha256 {record.Answer}");
        Console.WriteLine($"  engine    {record.Versions.Engine}, weights and tables {record.Versions.Config}");
        Console.WriteLine($"  lists     {record.Versions.Lists}");
        if (record.Versions.Joins.Length > 0) Console.WriteLine($"  joins     {record.Versions.Joins.Count(static c => c == '\n')} decisions of people");
        return App.Done;
    }

    static async Task<int> PurgeAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (days, names) = (parsed.GetValue(OlderThan), parsed.GetValue(Query) ?? []);
        if (days is null == (names.Length == 0)) throw new UsageException("Give either --older-than DAYS or --query NAME.");
        if (days < 0) throw new UsageException("--older-than is a number of days, 0 or more.");
        if (names.Any(static n => !Ostrakon.Matching.QueryCheck.HasLetters(n))) throw new UsageException("--query: the name has no letters.");
        await using var store = DataAccess.Store(parsed);
        await ScreeningJournal.TakeUpAsync(DataAccess.Folder(parsed), store.Screenings, Console.Error.WriteLine, cancel);   // or they would come back
        var purges = new List<PurgeRecord>();
        if (days is { } old) purges.Add(await store.Purge.BeforeAsync(TimeProvider.System.GetUtcNow().AddDays(-old), cancel));
        foreach (var name in names) purges.Add(await store.Purge.NamedAsync(name, cancel));
        var all = purges.Aggregate(static (a, b) => a with { Screenings = a.Screenings + b.Screenings, Jobs = a.Jobs + b.Jobs, Briefs = a.Briefs + b.Briefs });
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(json => Write(json, all));
        else Console.WriteLine($"Removed for good: {all.Screenings:N0} screenings, {all.Jobs:N0} files of customers, {all.Briefs:N0} documents. Backups made before still hold them.");
        return App.Done;
    }

    static void Write(Utf8JsonWriter json, ScreeningRecord record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.WriteString("at", record.At);
        json.WriteString("askedBy", record.AskedBy);
        json.WriteString("via", record.Via);
        Raw("query", record.Query);
        Raw("options", record.Options);
        json.WriteNumber("total", record.Total);
        Raw("hits", record.Hits);
        json.WriteString("answer", record.Answer);
        json.WriteStartObject("versions");
        json.WriteString("engine", record.Versions.Engine);
        json.WriteString("config", record.Versions.Config);
        Raw("lists", record.Versions.Lists);
        json.WriteString("joins", record.Versions.Joins);
        json.WriteEndObject();
        json.WriteEndObject();

        void Raw(string name, string value)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value);
        }
    }

    static void Write(Utf8JsonWriter json, PurgeRecord purge)
    {
        json.WriteStartObject();
        json.WriteString("at", purge.At);
        if (purge.Before is { } before) json.WriteString("before", before); else json.WriteNull("before");
        json.WriteNumber("screenings", purge.Screenings);
        json.WriteNumber("jobs", purge.Jobs);
        json.WriteNumber("briefs", purge.Briefs);
        json.WriteEndObject();
    }
}
