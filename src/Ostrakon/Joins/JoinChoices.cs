using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Joins;

/// <summary>
/// What the user decided about which entries are one party: the file <c>joins</c> of the data folder, a line each. A decision about an
/// entry that is not in use has no effect and is kept, so that it holds again when the entry comes back. Immutable.
/// </summary>
/// <param name="All">The decisions, oldest first; a pair stands once.</param>
public sealed record JoinChoices(ImmutableArray<JoinChoice> All)
{
    const string Head = """
        # ostrakon joins 1
        # Which entries are one party (together) or are not (apart), as people decided it: decision, two entries, when.
        # Written by "ostrakon party join" and "ostrakon party split"; a change by hand takes effect with the next import.

        """;

    /// <summary>No decision yet.</summary>
    public static JoinChoices None { get; } = new([]);

    /// <summary>Reads the folder's decisions.</summary>
    /// <exception cref="DataFolderException">A line is none.</exception>
    public static JoinChoices Read(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try { return Of(File.ReadAllLines(folder.Joins), folder.Joins); }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException) { return None; }
    }

    /// <summary>The decisions that <see cref="Text"/> wrote.</summary>
    /// <exception cref="DataFolderException">A line is none.</exception>
    public static JoinChoices Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text.Split('\n'), "joins");
    }

    static JoinChoices Of(string[] lines, string place)
    {
        var all = ImmutableArray.CreateBuilder<JoinChoice>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#') continue;
            all.Add(OfLine(lines[i]) ?? throw new DataFolderException($"{place}:{i + 1}", "is no decision about two entries",
                "Write together or apart, two entries and a time, with tabs between, or remove the line."));
        }
        return new(all.ToImmutable());
    }

    /// <summary>A line each; empty where nothing was decided.</summary>
    public string Text() => string.Concat(All.Select(static c =>
        string.Create(CultureInfo.InvariantCulture, $"{(c.Together ? "together" : "apart")}\t{c.A}\t{c.B}\t{c.Made.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\n")));

    /// <summary>The same with a pair decided; what was decided about the pair before is replaced.</summary>
    internal JoinChoices With(JoinChoice choice) => new([.. All.Where(c => !c.IsOf(choice.A, choice.B)), choice]);

    /// <summary>The same without what was decided about a pair.</summary>
    internal JoinChoices Without(string a, string b) => new([.. All.Where(c => !c.IsOf(a, b))]);

    internal void Write(DataFolder folder) => DurableFile.Replace(folder.Joins, stream => stream.Write(Encoding.UTF8.GetBytes(Head + Text())));

    static JoinChoice? OfLine(string line) =>
        line.Split('\t') is [var word and ("together" or "apart"), { Length: > 0 } a, { Length: > 0 } b, var time] && a != b
        && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made)
            ? new(word == "together", a, b, made) : null;
}

/// <summary>A decision about two entries. Immutable.</summary>
/// <param name="Together">Whether they are one party.</param>
/// <param name="A">The one, as <see cref="Parties.Party.IdOf"/> names it.</param>
/// <param name="B">The other.</param>
/// <param name="Made">When it was decided.</param>
public sealed record JoinChoice(bool Together, string A, string B, DateTimeOffset Made)
{
    internal bool IsOf(string a, string b) => (A, B) == (a, b) || (A, B) == (b, a);
}
