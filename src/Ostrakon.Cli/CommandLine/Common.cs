using System.CommandLine;

namespace Ostrakon.Cli.CommandLine;

/// <summary>What every command takes.</summary>
static class Common
{
    public static readonly Option<bool> Json = new("--json") { Description = "Answer in JSON (docs/contracts.md).", Recursive = true };

    public static readonly Option<string?> Data = new("--data")
    {
        Description = "The data folder; default OSTRAKON_DATA, else the platform's own.", HelpName = "DIR", Recursive = true,
    };

    /// <summary>A command with an example in its help.</summary>
    public static Command Command(string name, string what, string example) => new(name, $"{what}\nExample: {example}");
}

/// <summary>The command was used wrongly in a way that parsing alone does not show: exit code 2.</summary>
sealed class UsageException(string message) : Exception(message);

/// <summary>The work failed for a reason that the user can mend: exit code 1.</summary>
sealed class FailedException(string message) : Exception(message);
