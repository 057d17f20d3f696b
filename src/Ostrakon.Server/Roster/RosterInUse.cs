using Ostrakon.Index;

namespace Ostrakon.Server.Roster;

/// <summary>The roster of the lists in use, made at the first question that needs it. Safe for any number of threads.</summary>
sealed class RosterInUse
{
    volatile Made? made;

    public ListRoster Of(Snapshot snapshot)
    {
        var now = made;
        if (now is null || now.Snapshot != snapshot) made = now = new(snapshot, new(() => ListRoster.Of(snapshot)));
        return now.Roster.Value;
    }

    sealed record Made(Snapshot Snapshot, Lazy<ListRoster> Roster);
}
