using System.Diagnostics;
using System.Text.Json;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Cli.Tests;

/// <summary>The built executable, run as a user runs it, on a data folder of its own that is gone after the test.</summary>
sealed class Cli : IDisposable
{
    readonly string root = Path.Combine(Path.GetTempPath(), $"ostrakon-cli-{Guid.NewGuid():N}");

    public Cli() => Directory.CreateDirectory(root);

    public string Data => Path.Combine(root, "data");

    public DataFolder Folder => new(Data);

    /// <summary>A file in the test's own folder.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(root, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Entries of a list of one's own: FollowTheMoney JSON lines.</summary>
    public string WriteList(string name, params IEnumerable<string> people) => Write(name, string.Concat(people.Select((p, i) =>
        $$$"""{"id":"p{{{i + 1}}}","schema":"Person","caption":"{{{p}}}","properties":{"name":["{{{p}}}"],"birthDate":["1960"],"country":["ru"]}}""" + "\n")));

    public Process Start(params IEnumerable<string> arguments) => Start(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "ostrakon.exe" : "ostrakon"), arguments);

    public Process Start(string program, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root,
            Environment = { ["OSTRAKON_DATA"] = Data },
        };
        return Process.Start(info)!;
    }

    public CliResult Run(params IEnumerable<string> arguments) => Finish(Start(arguments));

    public static CliResult Finish(Process process)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new(process.ExitCode, output, errors.Result);
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}

/// <summary>How a command ended.</summary>
sealed record CliResult(int Code, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The same, once it is clear that the work was done.</summary>
    public CliResult Done()
    {
        Code.ShouldBe(0, Errors);
        return this;
    }

    public void ShouldFail(int code, params string[] words)
    {
        Code.ShouldBe(code, Output + Errors);
        foreach (var word in words) Errors.ShouldContain(word);
        Errors.ShouldNotContain("   at ", customMessage: "the user gets a sentence, not a stack");
    }
}
