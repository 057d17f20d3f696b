using System.Runtime.InteropServices;

namespace Ostrakon.Documents.Stories;

/// <summary>
/// Gives the documents of a batch their story ids: a document that is mostly the text of an earlier story, or mostly contained in it, or contains it, gets
/// that story's id, whatever clutter stands around. A document is compared with the first of each story only, so that a chain of small changes never joins
/// two stories. The same documents in the same order get the same ids. For one thread.
/// </summary>
public sealed class StoryIndex
{
    /// <summary>The share of the shorter text's runs, where both were sampled, that the other must have.</summary>
    const double Contained = 0.5;

    /// <summary>With fewer common runs nothing is concluded, unless the texts are that short and agree in all.</summary>
    const int FewestCommon = 6;

    /// <summary>A run that so many stories share is a phrase of their sites and proposes none of them.</summary>
    const int MostStories = 100;

    readonly List<StorySketch> stories = [];
    readonly List<string> ids = [];
    readonly Dictionary<ulong, List<int>> byRun = [];
    readonly Dictionary<int, int> common = [];

    /// <summary>The id of the story that a document tells.</summary>
    /// <param name="sketch">The document's sketch; null where it has no words.</param>
    /// <returns>16 hex digits; null without a sketch.</returns>
    public string? IdOf(StorySketch? sketch)
    {
        if (sketch is null) return null;
        common.Clear();
        foreach (var run in sketch.Runs)
            if (byRun.TryGetValue(run, out var known) && known.Count < MostStories)
                foreach (var story in known) CollectionsMarshal.GetValueRefOrAddDefault(common, story, out _)++;
        var (best, bestShare) = (-1, 0.0);
        foreach (var (story, _) in common)
        {
            var share = Share(sketch, stories[story]);
            if (share > bestShare || share == bestShare && story < best) (best, bestShare) = (story, share);
        }
        if (bestShare >= Contained) return ids[best];
        foreach (var run in sketch.Runs)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(byRun, run, out _);
            known ??= new(1);
            if (known.Count < MostStories) known.Add(stories.Count);
        }
        stories.Add(sketch);
        ids.Add(sketch.Id);
        return sketch.Id;
    }

    static double Share(StorySketch one, StorySketch other)
    {
        var (mine, theirs, both) = one.Compare(other);
        return both < FewestCommon && (both < mine || both < theirs) ? 0 : (double)both / Math.Min(mine, theirs);
    }
}
