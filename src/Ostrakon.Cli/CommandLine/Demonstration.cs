using Ostrakon.Index;

namespace Ostrakon.Cli.CommandLine;

/// <summary>What every answer says while no real list is loaded.</summary>
static class Demonstration
{
    public const string Note =
        "Demonstration: only the built-in starter list is loaded. Load the real ones: ostrakon lists import us-ofac-sdn sdn.csv alt.csv add.csv (docs/lists.md).";

    public static void Tell(TextWriter output, Snapshot snapshot)
    {
        if (snapshot.Demonstration) output.WriteLine(Note);
    }
}
