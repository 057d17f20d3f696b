using System.CommandLine;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Lists;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary>Arguments that the commands on lists share.</summary>
static class ListArguments
{
    public static Argument<string> List() => new("list") { Description = "The list id: us-ofac-sdn, un-sc, eu-fsf, uk-sl ..., or one of your own." };

    public static string Checked(string list) => ListId.IsValid(list) ? list
        : throw new UsageException($"'{list}' is no list id: write lower-case letters, digits and hyphens, not 'starter'.");
}
