using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Store.Keys;

namespace Ostrakon.Cli.Commands;

/// <summary><c>keys create|list|revoke</c>: who may ask a server.</summary>
static class KeysCommand
{
    static readonly Argument<string> Name = new("name") { Description = "Whose key it is.", DefaultValueFactory = static _ => "unnamed" };
    static readonly Argument<string> Id = new("id") { Description = "The key's id, or the key itself." };
    static readonly Option<string[]> Scope = new("--scope")
    {
        Description = "What it may do: read, screen, write, admin; several with commas between.", HelpName = "SCOPES", DefaultValueFactory = static _ => ["read,screen"],
    };
    static readonly Option<int> Rate = new("--rate") { Description = "Most requests a second; 0 = no limit.", HelpName = "N", DefaultValueFactory = static _ => ApiKey.DefaultRate };

    public static Command Create()
    {
        var keys = Common.Command("keys", "Who may ask a server: create, list and revoke keys.", "ostrakon keys create \"Ilse's laptop\" --scope read,screen");
        var create = Common.Command("create", "Make a key and print it; it is shown this once.", "ostrakon keys create onboarding --scope screen --rate 50");
        create.Add(Name);
        create.Add(Scope);
        create.Add(Rate);
        create.SetAction(CreateAsync);
        var list = Common.Command("list", "All keys, also those that were revoked.", "ostrakon keys list");
        list.SetAction(ListAsync);
        var revoke = Common.Command("revoke", "Accept a key no more, within two seconds.", "ostrakon keys revoke 3f9a0c71b2de");
        revoke.Add(Id);
        revoke.SetAction(RevokeAsync);
        foreach (var command in new[] { create, list, revoke }) keys.Add(command);
        return keys;
    }

    static async Task<int> CreateAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (name, rate) = (parsed.GetRequiredValue(Name).Trim(), parsed.GetValue(Rate));
        if (name.Length is 0 or > 200 || name.Any(char.IsControl)) throw new UsageException("The name is 1 to 200 characters on one line.");
        if (rate is < 0 or > 1_000_000) throw new UsageException("--rate is a number of requests a second, 0 to 1000000.");
        await using var store = DataAccess.Store(parsed);
        var (key, presented) = await store.Keys.CreateAsync(name, Scopes(parsed.GetValue(Scope) ?? []), rate, cancel);
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(json => Write(json, key, presented));
        else
        {
            Console.WriteLine(presented);
            await Console.Error.WriteLineAsync($"Key {key.Id} for {key.Name}: may {key.Scopes.Words()}, {Speed(key.Rate)}. It is shown this once; only its hash is kept.");
        }
        return App.Done;
    }

    static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = DataAccess.Store(parsed);
        var all = await store.Keys.AllAsync(cancel);
        if (parsed.GetValue(Common.Json))
        {
            ConsoleJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("keys");
                foreach (var key in all) Write(json, key, null);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
        else if (all.Count == 0) Console.WriteLine("No keys: a server on this machine answers everybody on it, and one for others does not start.");
        foreach (var key in parsed.GetValue(Common.Json) ? [] : all)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{key.Id}  {key.Name,-24}  {key.Scopes.Words(),-20}  {Speed(key.Rate),-18}  since {key.Created:yyyy-MM-dd}{(key.Revoked is { } end ? $"  revoked {end:yyyy-MM-dd}" : "")}"));
        }
        return App.Done;
    }

    static async Task<int> RevokeAsync(ParseResult parsed, CancellationToken cancel)
    {
        var given = parsed.GetRequiredValue(Id);
        var id = ApiKey.TryRead(given, out var inside, out _) ? inside : given;
        await using var store = DataAccess.Store(parsed);
        var key = (await store.Keys.AllAsync(cancel)).Find(k => k.Id == id) ?? throw new FailedException($"There is no key {id}. See ostrakon keys list.");
        if (key.Revoked is { } before) throw new FailedException($"The key {id} was revoked on {before:yyyy-MM-dd} already.");
        await store.Keys.RevokeAsync(id, cancel);
        var now = (await store.Keys.AllAsync(cancel)).Find(k => k.Id == id)!;
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(json => Write(json, now, null));
        else Console.WriteLine($"The key {id} of {key.Name} is revoked.");
        return App.Done;
    }

    static Scopes Scopes(string[] given)
    {
        var scopes = Store.Keys.Scopes.None;
        foreach (var word in given.SelectMany(static g => g.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            scopes |= word.ToLowerInvariant() switch
            {
                "read" => Store.Keys.Scopes.Read, "screen" => Store.Keys.Scopes.Screen, "write" => Store.Keys.Scopes.Write, "admin" => Store.Keys.Scopes.Admin,
                _ => throw new UsageException($"--scope: '{word}' is none of read, screen, write, admin."),
            };
        }
        return scopes == 0 ? throw new UsageException("--scope names at least one of read, screen, write, admin.") : scopes;
    }

    static void Write(Utf8JsonWriter json, ApiKey key, string? presented)
    {
        json.WriteStartObject();
        json.WriteString("id", key.Id);
        json.WriteString("name", key.Name);
        json.WriteStartArray("scopes");
        foreach (var scope in key.Scopes.Words().Split(", ")) json.WriteStringValue(scope);
        json.WriteEndArray();
        json.WriteNumber("rate", key.Rate);
        json.WriteString("created", key.Created);
        if (key.Revoked is { } revoked) json.WriteString("revoked", revoked); else json.WriteNull("revoked");
        if (presented is not null) json.WriteString("key", presented);
        json.WriteEndObject();
    }

    static string Speed(int rate) => rate == 0 ? "no limit" : $"{rate} requests a second";
}
