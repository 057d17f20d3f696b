using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Ostrakon.Server.Pages;

/// <summary>A drawing as SVG; the style sheet gives it its colours. In C#, as templates keep SVG's text element for themselves. Pure.</summary>
static class GraphSvg
{
    public static HtmlString Of(Graph graph)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"graph\" viewBox=\"0 0 {graph.Width} {graph.Height}\" role=\"img\" aria-label=\"Who has to do with whom\">")
            .Append("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>\n");
        foreach (var e in graph.Edges)
            svg.Append($"<line class=\"edge {e.Kind}\" x1=\"{N(e.X1)}\" y1=\"{N(e.Y1)}\" x2=\"{N(e.X2)}\" y2=\"{N(e.Y2)}\" marker-end=\"url(#arrow)\"/>")
                .Append($"<text class=\"label\" x=\"{N(e.LabelX)}\" y=\"{N(e.LabelY)}\" text-anchor=\"middle\">{Escape(e.Label)}</text>\n");
        foreach (var node in graph.Nodes)
        {
            var label = $"<text x=\"{N(node.X)}\" y=\"{N(node.Y - 13)}\" text-anchor=\"middle\">{Escape(node.Label)}</text>";
            svg.Append($"<g class=\"node {node.Kind}\"><title>{Escape(node.Title)}</title><circle cx=\"{N(node.X)}\" cy=\"{N(node.Y)}\" r=\"7\"/>")
                .Append(node.Link is { } link ? $"<a href=\"{Escape(link)}\">{label}</a>" : label).Append("</g>\n");
        }
        return new(svg.Append("</svg>").ToString());
    }

    static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
