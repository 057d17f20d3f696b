using System.Collections.Frozen;
using Ostrakon.Parties;

namespace Ostrakon.Server.Roster;

/// <summary>FollowTheMoney topics: what a list says of everyone on it (<c>topics.tsv</c>), and what an entry states itself.</summary>
static class Topics
{
    static readonly ILookup<string, string> Rows = ServerTables.Rows("Roster/topics.tsv").ToLookup(static r => r[0], static r => r[1], StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Labels =
        ServerTables.Rows("Roster/topic-labels.tsv").ToFrozenDictionary(static r => r[0], static r => r[1], StringComparer.Ordinal);

    public static IEnumerable<string> Of(Party party) => party.Listings
        .SelectMany(static l => Rows[l.List].Concat(l.Entry.Facts.Where(static f => f.Property == "topics").Select(static f => f.Value))).Distinct();

    public static string Label(string topic) => Labels.GetValueOrDefault(topic, topic);
}
