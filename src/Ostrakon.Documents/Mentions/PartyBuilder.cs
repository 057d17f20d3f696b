using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>One party while its mentions are being collected. For one thread.</summary>
sealed class PartyDraft
{
    public required string Name { get; set; }
    public required PartyKind Kind { get; set; }
    public string? Country { get; set; }
    public ulong[] Keys { get; init; } = [];
    public List<(Mention Mention, NameSpan Span)> Mentions { get; } = [];
    public HashSet<ListedPhrase> Listed { get; } = [];
}

/// <summary>
/// Brings the names of a document together as parties: the same words name the same party, a family name alone stands for the person
/// whose full name the document gives, a capital or demonym for its government.
/// </summary>
static class PartyBuilder
{
    public static List<PartyDraft> Build(IReadOnlyList<(MarkedText Text, List<NameSpan> Spans)> texts)
    {
        var parties = new List<PartyDraft>();
        // Full names first, wherever they stand: a headline names by the family name whom the body names in full.
        foreach (var (text, spans) in texts)
            foreach (var span in spans)
                if (span.Known is not null || span.Count > 1 || span.Listed.Length > 0) AddName(text, span, parties);
        foreach (var (text, spans) in texts)
            foreach (var span in spans)
                if (span.Known is null && span.Count == 1 && span.Listed.Length == 0) AddShort(text, span, parties);
        foreach (var party in parties)
            party.Mentions.Sort((a, b) => (!a.Mention.InTitle, a.Mention.Start).CompareTo((!b.Mention.InTitle, b.Mention.Start)));
        parties.Sort((a, b) => (!a.Mentions[0].Mention.InTitle, a.Mentions[0].Mention.Start).CompareTo((!b.Mentions[0].Mention.InTitle, b.Mentions[0].Mention.Start)));
        return parties;
    }

    static void AddName(MarkedText text, NameSpan span, List<PartyDraft> parties)
    {
        var keys = KeysOf(text, span);
        var party = span.Known is { } known
            ? parties.Find(p => p.Name == known.Party.Name && p.Kind == known.Party.Kind)
            : parties.Find(p => SameName(p.Keys, keys));
        if (party is null)
        {
            party = span.Known is { } name
                ? new() { Name = name.Party.Name, Kind = name.Party.Kind, Country = name.Party.Country }
                : new() { Name = Clean(text.Span(span.First, span.End)), Kind = span.Kind ?? PartyKind.Organisation, Keys = keys };
            parties.Add(party);
        }
        party.Listed.UnionWith(span.Listed);
        Add(party, text, span, span.Known?.As switch
        {
            CountryWord.Demonym => MentionHow.Demonym,
            CountryWord.Capital or CountryWord.Seat => MentionHow.Metonym,
            _ => MentionHow.FullName,
        });
    }

    static void AddShort(MarkedText text, NameSpan span, List<PartyDraft> parties)
    {
        var key = text.Words[span.First].Key;
        var start = text.Words[span.First].Start;
        var owner = parties.Where(p => p.Kind == PartyKind.Person && p.Keys.Length > 1 && (p.Keys[^1] == key || p.Keys[0] == key))
            .OrderByDescending(p => p.Mentions.Count(m => m.Mention.InTitle || m.Mention.Start < start)).FirstOrDefault();
        if (owner is not null)
        {
            Add(owner, text, span, MentionHow.Surname);
            return;
        }
        if (span.Kind is not { } kind) return;
        var party = parties.Find(p => p.Keys.Length == 1 && p.Keys[0] == key);
        if (party is null) parties.Add(party = new() { Name = Clean(text.Span(span.First, span.End)), Kind = kind, Keys = [key] });
        Add(party, text, span, kind == PartyKind.Person ? MentionHow.Surname : MentionHow.FullName);
    }

    static void Add(PartyDraft party, MarkedText text, NameSpan span, MentionHow how)
    {
        var (start, end) = (text.Words[span.First].Start, text.Words[span.End - 1].End);
        party.Mentions.Add((new(start, end, text.Text[start..end], text.IsTitle, how), span));
    }

    /// <summary>The same words, or the same first and last word where one of the two names has more in between.</summary>
    static bool SameName(ulong[] a, ulong[] b) =>
        a.AsSpan().SequenceEqual(b) || a.Length > 1 && b.Length > 1 && a.Length != b.Length && a[0] == b[0] && a[^1] == b[^1];

    static ulong[] KeysOf(MarkedText text, NameSpan span)
    {
        var keys = new ulong[span.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = text.Words[span.First + i].Key;
        return keys;
    }

    static string Clean(ReadOnlySpan<char> name) => name.ToString().ReplaceLineEndings(" ");
}
