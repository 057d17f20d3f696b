using System.CommandLine;
using System.Text.Json;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Server.Records;

namespace Ostrakon.Cli.Commands;

/// <summary><c>replay ID|all</c>: ask again what was asked, over the lists of then, and compare the answers byte for byte.</summary>
static class ReplayCommand
{
    static readonly Argument<string> Id = new("id") { Description = "A screening, a job or a brief; all = every record." };

    public static Command Create()
    {
        var command = Common.Command("replay", "Ask again what a server was asked, over the list versions of then, and say whether the answer is the same to the byte, or what differs.", "ostrakon replay all");
        command.Add(Id);
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (id, json) = (parsed.GetRequiredValue(Id), parsed.GetValue(Common.Json));
        using var source = DataAccess.Open(parsed);
        await using var store = DataAccess.Store(parsed);
        using var replay = new Replay(store, DataAccess.Archive(parsed), source);
        if (id == "all") return await AllAsync(replay, json, cancel);
        var one = await replay.OneAsync(id, cancel) ?? throw new FailedException($"There is no record {id} with an answer, or none any more. See ostrakon log list.");
        if (json) ConsoleJson.Write(w => Write(w, one));
        else if (one.Same) Console.WriteLine($"{one.Kind} {one.Id} of {one.At:yyyy-MM-dd HH:mm:ss} UTC: the answer is the same to the byte.");
        if (!one.Same) await TellAsync(one);
        return one.Same ? App.Done : App.Failed;
    }

    static async Task<int> AllAsync(Replay replay, bool json, CancellationToken cancel)
    {
        var (all, other) = (0, 0);
        await using var output = json ? Console.OpenStandardOutput() : Stream.Null;
        await using var writer = new Utf8JsonWriter(output, JsonForms.OneLine);
        await foreach (var one in replay.AllAsync(cancel))
        {
            all++;
            if (!one.Same) other++;
            if (json)
            {
                Write(writer, one with { Answer = null });
                await writer.FlushAsync(cancel);
                output.WriteByte((byte)'\n');
                writer.Reset();
            }
            if (!one.Same) await TellAsync(one);
        }
        await Console.Error.WriteLineAsync($"{all:N0} records asked again: {all - other:N0} the same to the byte, {other:N0} not.");
        return other == 0 ? App.Done : App.Failed;
    }

    static async Task TellAsync(Replayed one)
    {
        await Console.Error.WriteLineAsync($"{one.Kind} {one.Id} of {one.At:yyyy-MM-dd HH:mm:ss} UTC is not the same:");
        foreach (var difference in one.Differences) await Console.Error.WriteLineAsync($"  {difference.Detail}");
    }

    static void Write(Utf8JsonWriter json, Replayed one)
    {
        json.WriteStartObject();
        json.WriteString("id", one.Id);
        json.WriteString("kind", one.Kind);
        json.WriteString("at", one.At);
        json.WriteBoolean("same", one.Same);
        json.WriteStartArray("differences");
        foreach (var difference in one.Differences)
        {
            json.WriteStartObject();
            json.WriteString("what", difference.What);
            json.WriteString("detail", difference.Detail);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (one.Answer is { } answer)
        {
            json.WritePropertyName("answer");
            json.WriteRawValue(answer.Span);
        }
        json.WriteEndObject();
    }
}
