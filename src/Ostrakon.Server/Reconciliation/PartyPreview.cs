using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Reconciliation;

/// <summary>A party on a small page, to be shown in a frame beside a candidate. Nothing is loaded by it; all that the lists say is escaped.</summary>
static class PartyPreview
{
    public const int Width = 430, Height = 320;

    const int MostNames = 8;

    const string Style = "body{font:13px/1.4 system-ui,sans-serif;margin:10px;color:#1d2430;background:#fff}h1{font-size:15px;margin:0}p{margin:.2em 0}small{color:#596273}ul{margin:.3em 0;padding-left:1.2em}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em .8em;margin:.4em 0}dt{color:#596273}dd{margin:0}";

    static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>The page.</summary>
    public static IResult Page(Party party, HttpResponse response, ServerOptions options)
    {
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; frame-ancestors {CrossOrigin.FrameAncestors(options)}";
        return Results.Content($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Escape(party.Caption)}</title><style>{Style}</style></head><body>{Content(party)}</body></html>", "text/html; charset=utf-8");
    }

    /// <summary>What stands on it.</summary>
    public static string Content(Party party)
    {
        var html = new StringBuilder();
        html.Append($"<h1>{Escape(party.Caption)}</h1><p><small>{Escape(Descriptions.Of(party))}</small></p>");
        html.Append("<ul>");
        foreach (var listing in party.Listings)
            html.Append($"<li>{Escape(ListTitles.Of(listing.List))}, entry {Escape(listing.Entry.Id)}{(listing.Entry.ListedOn is { } day ? $", listed on {Escape(day)}" : "")}{(listing.Entry.Programs.IsEmpty ? "" : $": {Escape(string.Join(", ", listing.Entry.Programs))}")}</li>");
        html.Append("</ul><dl>");
        var names = party.Names.Select(static n => n.Text).Where(n => n != party.Caption).Distinct().ToList();
        if (names.Count > 0) Row(html, "Also", string.Join("; ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : ""));
        foreach (var property in (ReadOnlySpan<string>)["birthDate", "birthPlace", "nationality", "position", "imoNumber", "flag", "registrationNumber", "address"])
        {
            var values = party.Listings.SelectMany(static l => l.Entry.Facts).Where(f => f.Property == property).Select(static f => f.Value).Distinct().ToList();
            if (values.Count > 0) Row(html, PartyProperties.Label(property), string.Join("; ", values));
        }
        return html.Append("</dl>").ToString();
    }

    static void Row(StringBuilder html, string label, string value) => html.Append($"<dt>{Escape(label)}</dt><dd>{Escape(value)}</dd>");

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
