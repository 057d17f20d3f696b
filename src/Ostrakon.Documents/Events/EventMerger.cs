using System.Collections.Immutable;

namespace Ostrakon.Documents.Events;

/// <summary>Brings together what a document tells twice: one event with two pieces of evidence. For one document.</summary>
sealed class EventMerger
{
    readonly List<Event> events = [];
    readonly Dictionary<string, List<int>> byKey = new(StringComparer.Ordinal);

    public void Add(Event found)
    {
        // In one sentence a second word for the same deed may leave out a side: "found guilty, she was jailed by the court".
        for (var i = events.Count - 1; i >= 0 && i >= events.Count - 4; i--)
            if (events[i].Kind == found.Kind && IsOneSentence(events[i], found) && events[i].Factuality == found.Factuality && IsPart(events[i], found))
            {
                events[i] = Merge(events[i], found) with { Agent = Longer(events[i].Agent, found.Agent), Counterpart = Longer(events[i].Counterpart, found.Counterpart) };
                return;
            }
        var key = KeyOf(found);
        if (!byKey.TryGetValue(key, out var same)) byKey.Add(key, same = []);
        foreach (var i in same)
        {
            if (!AreOne(events[i], found)) continue;
            events[i] = Merge(events[i], found);
            return;
        }
        same.Add(events.Count);
        events.Add(found);
    }

    static bool IsOneSentence(Event a, Event b) => a.Evidence[^1].Start < b.Evidence[0].End && b.Evidence[0].Start < a.Evidence[^1].End + 40;

    static bool IsPart(Event a, Event b) => IsPart(a.Agent, b.Agent) && IsPart(a.Counterpart, b.Counterpart)
        && (a.Agent.SequenceEqual(b.Agent) || a.Counterpart.SequenceEqual(b.Counterpart)) && (a.Object is null || b.Object is null || a.Object == b.Object);

    static bool IsPart(ImmutableArray<string> a, ImmutableArray<string> b) => a.IsEmpty || b.IsEmpty || a.SequenceEqual(b);

    static ImmutableArray<string> Longer(ImmutableArray<string> a, ImmutableArray<string> b) => a.Length >= b.Length ? a : b;

    public ImmutableArray<Event> Events() => [.. events.Select((e, i) => e with { Id = $"e{i + 1}" })];

    /// <summary>Kind and parties; the sides of a meeting in any order.</summary>
    static string KeyOf(Event e)
    {
        var isMutual = Kinds.Get(e.Kind).IsMutual;
        var agents = string.Join(',', (isMutual ? e.Agent.AddRange(e.Counterpart) : e.Agent).Order(StringComparer.Ordinal));
        return isMutual ? $"{e.Kind}|{agents}" : $"{e.Kind}|{agents}|{string.Join(',', e.Counterpart.Order(StringComparer.Ordinal))}";
    }

    static bool AreOne(Event a, Event b)
    {
        if (a.Factuality != b.Factuality && a.Factuality != "uncertain" && b.Factuality != "uncertain") return false;
        if (a.Object is not null && b.Object is not null && !a.Object.Contains(b.Object, StringComparison.OrdinalIgnoreCase) && !b.Object.Contains(a.Object, StringComparison.OrdinalIgnoreCase)) return false;
        if (a.Time?.Value is { } one && b.Time?.Value is { } two && one != two) return false;
        // Without a party on either side only a repetition close by is the same.
        return !a.Agent.IsEmpty || !a.Counterpart.IsEmpty;
    }

    static Event Merge(Event a, Event b) => a with
    {
        Factuality = a.Factuality == "uncertain" ? b.Factuality : a.Factuality,
        Attribution = a.Factuality == "uncertain" ? b.Attribution : a.Attribution,
        Object = a.Object ?? b.Object,
        ObjectClass = a.ObjectClass ?? b.ObjectClass,
        Place = a.Place ?? b.Place,
        Time = a.Time ?? b.Time,
        Confidence = Math.Max(a.Confidence, b.Confidence),
        Evidence = a.Evidence.Contains(b.Evidence[0]) ? a.Evidence : a.Evidence.AddRange(b.Evidence),
    };
}
