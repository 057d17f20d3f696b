using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Server.Files;

/// <summary>A row with its answer; without one the row is bad and says why.</summary>
sealed record BatchAnswer(BatchRow Row, Screening? Screening);

/// <summary>Where the answers of a batch go, in input order. For one thread.</summary>
interface IAnswerFile : IDisposable
{
    void Write(BatchAnswer answer, Snapshot snapshot);

    /// <summary>The file is whole: gives it its name.</summary>
    void Keep();
}

static class AnswerFiles
{
    /// <summary>A file of the form that its name says: <c>.csv</c>, else JSON lines.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="snapshot">What answers.</param>
    /// <param name="header">Whether JSON lines begin with a line of versions.</param>
    public static IAnswerFile Create(string path, Snapshot snapshot, bool header) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? new CsvAnswerFile(path) : new JsonAnswerFile(path, header ? snapshot : null);
}
