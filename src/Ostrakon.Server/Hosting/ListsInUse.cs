using Microsoft.Extensions.Logging;
using Ostrakon.Documents.Briefs;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Matching;
using Ostrakon.Server.Records;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Server.Hosting;

/// <summary>
/// The lists in use with what answers over them. A new snapshot is noticed at the next question; questions under way finish on the one they
/// began with. Safe for any number of threads.
/// </summary>
sealed class ListsInUse : IDisposable
{
    readonly SnapshotSource source;
    readonly ServerOptions options;
    volatile Answering answering;

    public ListsInUse(ServerOptions options, ILogger<ListsInUse> log)
    {
        this.options = options;
        void Say(string message) => log.ListsSay(message);
        source = SnapshotSource.Open(options.Folder, Say, options.Time);
        Archive = new(options.Folder, Say);
        using var lease = source.Lease();
        answering = new(lease.Snapshot);
    }

    /// <summary>All kept versions.</summary>
    public ListArchive Archive { get; }

    /// <summary>How old versions are today.</summary>
    public ListAge Age => ListAge.At(options.Time, options.MaxAgeDays);

    /// <summary>Whether only the built-in starter list answers now.</summary>
    public bool Demonstration
    {
        get
        {
            using var use = Use();
            return use.Snapshot.Demonstration;
        }
    }

    /// <summary>The right to ask; dispose it when the answer is written.</summary>
    public ListsUse Use()
    {
        var lease = source.Lease();
        var now = answering;
        if (now.Screener.Snapshot != lease.Snapshot) answering = now = new(lease.Snapshot);
        return new(lease, now.Screener, now.Reader, now.Versions);
    }

    /// <summary>What answers over a snapshot, as records name it.</summary>
    public static AnswerVersions VersionsOf(Snapshot snapshot) =>
        new(EngineVersion.Engine, EngineVersion.Config, Recording.Text(json => ScreeningJson.WriteLists(json, snapshot)), snapshot.Joins);

    public void Dispose() => source.Dispose();

    sealed class Answering(Snapshot snapshot)
    {
        public Screener Screener { get; } = new(snapshot);
        public BriefReader Reader => field ??= new(Screener);
        public AnswerVersions Versions { get; } = VersionsOf(snapshot);
    }
}

/// <summary>What answers over the lists in use, until disposed.</summary>
sealed record ListsUse(SnapshotLease Lease, Screener Screener, BriefReader Reader, AnswerVersions Versions) : IDisposable
{
    public Snapshot Snapshot => Lease.Snapshot;

    public void Dispose() => Lease.Dispose();
}
