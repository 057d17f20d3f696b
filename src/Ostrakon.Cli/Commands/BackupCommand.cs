using System.CommandLine;
using System.Text.Json;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Store;
using Ostrakon.Store.Backups;

namespace Ostrakon.Cli.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>: everything that is kept, in one file, while a server goes on.</summary>
static class BackupCommand
{
    static readonly Argument<string> Output = new("file") { Description = "The backup, a zip file; must not exist." };
    static readonly Argument<string> Input = new("file") { Description = "The backup." };
    static readonly Option<bool> Replace = new("--replace") { Description = "Replace what is in the folder, and in the database that its settings name." };

    public static Command Create()
    {
        var command = Common.Command("backup", "Write everything that is kept into one file, also while a server runs, and check it.", "ostrakon backup /backups/ostrakon-2026-12-01.zip");
        command.Add(Output);
        command.SetAction(BackUpAsync);
        return command;
    }

    public static Command CreateRestore()
    {
        var command = Common.Command("restore", "Put a backup into the data folder, which is empty or given up with --replace.", "ostrakon restore /backups/ostrakon-2026-12-01.zip --data /var/lib/ostrakon");
        command.Add(Input);
        command.Add(Replace);
        command.SetAction(RestoreAsync);
        return command;
    }

    static async Task<int> BackUpAsync(ParseResult parsed, CancellationToken cancel)
    {
        var archive = DataAccess.Archive(parsed);
        if (!archive.Folder.Exists()) throw new FailedException($"{archive.Folder.Root}: there is nothing to back up. Name the data folder with --data.");
        await using var store = DataAccess.Store(parsed);
        BackupManifest manifest;
        using (var writer = DataAccess.Lock(archive, "backup", cancel)) manifest = await Backup.WriteAsync(archive.Folder, store, parsed.GetRequiredValue(Output), writer, TimeProvider.System, cancel);
        Tell(parsed, manifest, $"{parsed.GetRequiredValue(Output)}: {manifest.Files.Length:N0} files, {manifest.Bytes:N0} bytes unpacked, written and read back. It holds what your customers are called: keep it as safe as the folder.");
        return App.Done;
    }

    static async Task<int> RestoreAsync(ParseResult parsed, CancellationToken cancel)
    {
        var folder = DataAccess.Folder(parsed);
        var manifest = await Restore.ReadAsync(parsed.GetRequiredValue(Input), folder, parsed.GetValue(Replace), static f => DataStore.Of(f, TimeProvider.System), TimeProvider.System, cancel);
        Tell(parsed, manifest, $"{folder.Root} is as it was on {manifest.Created:yyyy-MM-dd HH:mm} UTC: {manifest.Files.Length:N0} files. The first command compiles the lists.");
        return App.Done;
    }

    static void Tell(ParseResult parsed, BackupManifest manifest, string sentence)
    {
        if (!parsed.GetValue(Common.Json))
        {
            Console.WriteLine(sentence);
            return;
        }
        ConsoleJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("created", manifest.Created);
            json.WriteString("engine", manifest.Engine);
            json.WriteString("store", manifest.Store);
            json.WriteNumber("files", manifest.Files.Length);
            json.WriteNumber("bytes", manifest.Bytes);
            json.WriteEndObject();
        });
    }
}
