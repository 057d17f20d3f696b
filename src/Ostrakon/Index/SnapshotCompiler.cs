using System.Collections.Immutable;
using System.Text;
using Ostrakon.Joins;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>Compiles list versions into the sections of a <see cref="Snapshot"/>. The same input gives the same bytes.</summary>
public static class SnapshotCompiler
{
    /// <summary>Compiles and writes.</summary>
    /// <param name="lists">The versions in use with their entries; entry ids are unique within a list.</param>
    /// <param name="output">Where the snapshot goes; it is not flushed or closed.</param>
    /// <param name="choices">What people decided about which entries are one party; null = nothing.</param>
    /// <param name="cancel">Stops between parties.</param>
    public static void Compile(
        IReadOnlyList<(ListVersion Version, ImmutableArray<Entry> Entries)> lists, Stream output, JoinChoices? choices = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var builder = new SnapshotBuilder();
        var versions = lists.Select(l => l.Version).ToImmutableArray();

        choices ??= JoinChoices.None;
        var joined = JoinedParties.Of(lists, choices, cancel);
        var parties = joined.ConvertAll(static p => p.Party);
        AddAll(builder, cancel,
            b => NameIndexCompiler.AddTo(b, parties, cancel),
            b => WriteParties(b, parties, versions, cancel),
            b => WriteIds(b, joined),
            b => FactIndexCompiler.AddTo(b, parties),
            b => ListedPhrases.Add(b, parties),
            b => b.Add<byte>(Snapshot.JoinsSection, Encoding.UTF8.GetBytes(choices.Text())));
        builder.Write(output);
    }

    /// <summary>The parts do not know each other, so they are compiled at the same time; their order in the file stays.</summary>
    static void AddAll(SnapshotBuilder builder, CancellationToken cancel, params Action<SnapshotBuilder>[] parts)
    {
        var compiled = Array.ConvertAll(parts, _ => new SnapshotBuilder());
        SideBySide.Run(parts.Length, i => parts[i](compiled[i]), cancel);
        foreach (var part in compiled) builder.Add(part);
    }

    static void WriteParties(SnapshotBuilder builder, List<Party> parties, ImmutableArray<ListVersion> versions, CancellationToken cancel)
    {
        var numbers = versions.Select((v, i) => (v.List, i)).ToDictionary(p => p.List, p => p.i, StringComparer.Ordinal);
        var writer = new EntryWriter();
        writer.Number(versions.Length);
        foreach (var version in versions) ListVersionCodec.Write(writer, version);
        var at = new int[parties.Count];
        for (var i = 0; i < at.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            at[i] = writer.Position;
            writer.Text(parties[i].Id);
            writer.Number(parties[i].Listings.Length);
            foreach (var listing in parties[i].Listings)
            {
                writer.Number(numbers[listing.List]);
                writer.Write(listing.Entry);
            }
            WriteJoins(writer, parties[i]);
        }
        writer.AddTo(builder, "parties");
        builder.Add<int>("party.at", at);
    }

    static void WriteJoins(EntryWriter writer, Party party)
    {
        writer.Number(party.JoinedBy.Length);
        foreach (var join in party.JoinedBy)
        {
            writer.Number(join.Entries.Length);
            foreach (var entry in join.Entries) writer.Text(entry);
            writer.Text(join.Reason);
        }
        writer.Number(party.Suggestions.Length);
        foreach (var (entry, caption, reason) in party.Suggestions) { writer.Text(entry); writer.Text(caption); writer.Text(reason); }
    }

    static void WriteIds(SnapshotBuilder builder, List<(Party Party, ImmutableArray<string> OtherIds)> parties)
    {
        var ids = parties
            .SelectMany((p, i) => p.Party.Listings.Select(l => Party.IdOf(l.List, l.Entry.Id)).Concat(p.OtherIds).Distinct().Select(id => (Id: Encoding.UTF8.GetBytes(id), i)))
            .ToList();
        ids.Sort((a, b) => a.Id.AsSpan().SequenceCompareTo(b.Id));
        var at = new int[ids.Count + 1];
        for (var i = 0; i < ids.Count; i++) at[i + 1] = at[i] + ids[i].Id.Length;
        builder.Add<int>("ids.at", at);
        var text = new byte[at[^1]];
        for (var i = 0; i < ids.Count; i++) ids[i].Id.CopyTo(text, at[i]);
        builder.Add<byte>("ids", text);
        builder.Add<int>("ids.party", ids.Select(p => p.i).ToArray());
    }
}
