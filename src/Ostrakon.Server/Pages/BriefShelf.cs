using System.Collections.Immutable;
using Ostrakon.Documents.Briefs;
using Ostrakon.Lists;

namespace Ostrakon.Server.Pages;

/// <summary>
/// Briefs that were read lately, in memory only: the page of a brief can be loaded again, downloaded and shared within the office until the
/// server ends or others push it out. Safe for any number of threads.
/// </summary>
sealed class BriefShelf
{
    const int Kept = 200;

    readonly Lock gate = new();
    readonly Dictionary<string, ShelvedBrief> briefs = new(StringComparer.Ordinal);
    readonly Queue<string> order = new();

    public void Put(string id, ShelvedBrief brief)
    {
        lock (gate)
        {
            if (!briefs.ContainsKey(id)) order.Enqueue(id);
            briefs[id] = brief;
            while (order.Count > Kept) briefs.Remove(order.Dequeue());
        }
    }

    public ShelvedBrief? Find(string id)
    {
        lock (gate) return briefs.GetValueOrDefault(id);
    }
}

/// <summary>A brief with what the answer was given on, and its downloads, written while those lists were in use. Immutable.</summary>
/// <param name="Brief">The brief.</param>
/// <param name="Lists">The list versions that were asked.</param>
/// <param name="Demonstration">Whether only the starter list answered.</param>
/// <param name="Json">The brief as JSON.</param>
/// <param name="Html">The brief as one HTML file.</param>
public sealed record ShelvedBrief(Brief Brief, ImmutableArray<ListVersion> Lists, bool Demonstration, ReadOnlyMemory<byte> Json, string Html);
