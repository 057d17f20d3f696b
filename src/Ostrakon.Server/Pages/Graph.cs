using System.Collections.Immutable;
using Ostrakon.Documents.Briefs;
using Ostrakon.Lists;

namespace Ostrakon.Server.Pages;

/// <summary>A small drawing of who has to do with whom: nodes on a circle, or around one in the middle. Immutable.</summary>
public sealed record Graph(int Width, int Height, ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphEdge> Edges)
{
    const int MostNodes = 16, LongestLabel = 26;

    /// <summary>A party with its relations around it; null where there is none.</summary>
    internal static Graph? OfLinks(string caption, IReadOnlyList<StatedLink> links)
    {
        if (links.Count == 0) return null;
        var others = links.GroupBy(static l => (l.Party, l.Caption)).Take(MostNodes).ToList();
        var (width, height) = (680, others.Count > 6 ? 420 : 300);
        var nodes = ImmutableArray.CreateBuilder<GraphNode>();
        nodes.Add(Node(caption, null, "self", width / 2.0, height / 2.0));
        for (var i = 0; i < others.Count; i++)
        {
            var (x, y) = OnCircle(i, others.Count, width, height);
            nodes.Add(Node(others[i].Key.Caption, others[i].Key.Party is { } id ? $"/party/{id}" : null, others[i].Key.Party is null ? "named" : "alert", x, y));
        }
        return new(width, height, nodes.ToImmutable(),
            [.. others.Select((o, i) => Edge(nodes[0], nodes[i + 1], string.Join(", ", o.Select(static l => l.Kind.Replace('-', ' ')).Distinct()), "happened"))]);
    }

    /// <summary>The parties of a brief that take part in events with each other; null where none do.</summary>
    internal static Graph? OfBrief(Brief brief)
    {
        var pairs = brief.Events.SelectMany(static e => e.Agent.SelectMany(a => e.Counterpart.Select(c => (From: a, To: c, e.Kind, e.Factuality))))
            .Where(static p => p.From != p.To).GroupBy(static p => (p.From, p.To)).ToList();
        if (pairs.Count == 0) return null;
        var shown = pairs.SelectMany(static p => new[] { p.Key.From, p.Key.To }).GroupBy(static id => id).OrderByDescending(static g => g.Count()).Take(MostNodes).Select(static g => g.Key).ToList();
        var parties = brief.Parties.Where(p => shown.Contains(p.Id)).ToList();
        var (width, height) = (520, parties.Count > 6 ? 460 : 340);
        var nodes = new Dictionary<string, GraphNode>(StringComparer.Ordinal);
        for (var i = 0; i < parties.Count; i++)
        {
            var (x, y) = OnCircle(i, parties.Count, width, height);
            var tier = parties[i].Listings.IsEmpty ? "named" : PageWords.Tier(parties[i].Listings.Min(static l => l.Tier));
            nodes[parties[i].Id] = Node(parties[i].Name, $"#{parties[i].Id}", tier, x, y);
        }
        return new(width, height, [.. nodes.Values],
            [.. pairs.Where(p => nodes.ContainsKey(p.Key.From) && nodes.ContainsKey(p.Key.To)).Select(p => Edge(
                nodes[p.Key.From], nodes[p.Key.To], string.Join(", ", p.Select(static e => e.Kind).Distinct().Take(3)),
                p.Any(static e => e.Factuality is "happened" or "ongoing") ? "happened" : "not-yet"))]);
    }

    static (double X, double Y) OnCircle(int i, int count, int width, int height)
    {
        var angle = (2 * Math.PI * i / count) - (Math.PI / 2);
        return ((width / 2.0) + (Math.Cos(angle) * (width - 230) / 2), (height / 2.0) + (Math.Sin(angle) * (height - 70) / 2));
    }

    static GraphNode Node(string label, string? link, string kind, double x, double y) =>
        new(label.Length <= LongestLabel ? label : $"{label.AsSpan(0, LongestLabel - 1)}…", label, link, kind, x, y);

    /// <summary>From rim to rim, with the label a third of the way, so that there and back do not cover each other.</summary>
    static GraphEdge Edge(GraphNode from, GraphNode to, string label, string kind)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var (ux, uy) = (dx / length, dy / length);
        const double rim = 24;
        return new(from.X + (ux * rim), from.Y + (uy * rim), to.X - (ux * rim), to.Y - (uy * rim), from.X + (dx * 0.38) - (uy * 6), from.Y + (dy * 0.38) + (ux * 6), label, kind);
    }
}

/// <summary>A party in a drawing. Immutable.</summary>
public sealed record GraphNode(string Label, string Title, string? Link, string Kind, double X, double Y);

/// <summary>A relation in a drawing. Immutable.</summary>
public sealed record GraphEdge(double X1, double Y1, double X2, double Y2, double LabelX, double LabelY, string Label, string Kind);
