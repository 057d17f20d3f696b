using System.CommandLine;
using Ostrakon.Matching;
using Ostrakon.Parties;

namespace Ostrakon.Cli.CommandLine;

/// <summary>Options that <c>screen</c> and <c>compare</c> share, and how their values are checked.</summary>
static class QueryOptions
{
    public static Option<string?> Schema() =>
        Restricted(new("--schema") { Description = "What is looked for." });

    static Option<string?> Restricted(Option<string?> option)
    {
        option.AcceptOnlyFromAmong([.. QueryCheck.Schemas]);
        return option;
    }

    public static Option<Algorithm> Matcher() => new("--algorithm")
    {
        Description = "default, or ofac: an emulation of the Treasury's own search.", DefaultValueFactory = _ => Algorithm.Default,
    };

    public static Option<string?> Batch(string what) => new("--batch") { Description = $"A file of many: {what}.", HelpName = "FILE" };

    public static Option<string?> Out(string what) => new("--out") { Description = $"Where the results go: {what}.", HelpName = "FILE" };

    public static string Needed(string? output) => output ?? throw new UsageException("--batch needs --out FILE.");

    /// <summary>A name that has at least one letter or digit.</summary>
    public static string CheckedName(string name) =>
        QueryCheck.HasLetters(name) ? name : throw new UsageException("The name has no letters: give a name to look for.");

    public static string CheckedDate(string date) =>
        PartialDate.TryParse(date, out _) ? date.Trim() : throw new UsageException($"'{date}' is no date: write YYYY, YYYY-MM or YYYY-MM-DD.");
}
