using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Server.Files;

/// <summary>A row with its answer; without one the row is bad and says why.</summary>
sealed record BatchAnswer(BatchRow Row, Screening? Screening);

/// <summary>Where the answers of a batch go, in input order. For one thread.</summary>
interface IAnswerFile : IDisposable
{
    void Write(BatchAnswer answer, Snapshot snapshot);

    /// <summary>The last answer is written.</summary>
    void End();
}

static class AnswerFiles
{
    /// <summary>A file of the form that its name says: <c>.csv</c>, else JSON lines.</summary>
    /// <param name="name">The name.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="snapshot">What answers.</param>
    /// <param name="header">Whether JSON lines begin with a line of versions.</param>
    public static IAnswerFile Create(string name, Stream output, Snapshot snapshot, bool header) =>
        name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? new CsvAnswerFile(output) : new JsonAnswerFile(output, header ? snapshot : null);
}
