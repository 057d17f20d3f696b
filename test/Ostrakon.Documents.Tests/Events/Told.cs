using System.Collections.Immutable;
using Ostrakon.Documents.Events;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Tests.Mentions;
using Ostrakon.Matching;

namespace Ostrakon.Documents.Tests.Events;

/// <summary>Events of a text as short lines: "transfer Iran > Russia : drones happened", with "by" and the sources behind it.</summary>
static class Told
{
    static readonly Screener Screener = new(Mentions.SmallList.Snapshot);

    public static EventReading Read(string text, DateOnly? date = null)
    {
        var article = new Article { Text = text, Method = "text" };
        return EventReader.Read(article, MentionFinder.Find(article, Screener), date);
    }

    public static string[] Lines(string text, DateOnly? date = null)
    {
        var reading = Read(text, date);
        return [.. reading.Events.Select(e => Line(reading, e))];
    }

    static string Line(EventReading reading, Event e)
    {
        var sources = e.Attribution.IsEmpty ? "" : $" by {Names(reading, e.Attribution)}";
        return $"{e.Kind} {Roles(reading, e)} {e.Factuality}{sources}";
    }

    public static string Roles(EventReading reading, Event e) => $"{Names(reading, e.Agent)} > {Names(reading, e.Counterpart)} : {e.Object ?? "-"}";

    static string Names(EventReading reading, ImmutableArray<string> ids) =>
        ids.IsEmpty ? "-" : string.Join(',', ids.Select(id => reading.Parties.Single(p => p.Id == id).Name));
}
