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
        Compile([.. lists.Select(static l => EncodedEntries.InMemory(l.Version, new(l.Entries)))], output, choices, before: null, cancel);
    }

    /// <summary>Compiles and writes.</summary>
    /// <param name="lists">The versions in use.</param>
    /// <param name="output">Where the snapshot goes.</param>
    /// <param name="choices">What people decided about which entries are one party; null = nothing.</param>
    /// <param name="before">
    /// A compiled file of this build, such as the one in use: the readings of names that have not changed are taken over from it, which saves
    /// most of the time and changes no byte. Null = all names are read.
    /// </param>
    /// <param name="cancel">Stops between parties.</param>
    internal static void Compile(IReadOnlyList<EncodedEntries> lists, Stream output, JoinChoices? choices, SnapshotFile? before, CancellationToken cancel)
    {
        var builder = new SnapshotBuilder();
        var entries = new ListedEntries(lists, cancel);
        choices ??= JoinChoices.None;
        var joined = JoinedParties.Of(entries, choices, cancel);
        var parties = joined.ConvertAll(static p => p.Party);
        AddAll(builder, cancel,
            b => NameIndexCompiler.AddTo(b, parties, before, cancel),
            b => WriteParties(b, joined, lists, entries, cancel),
            b => WriteIds(b, joined),
            b => FactIndexCompiler.AddTo(b, parties),
            b => b.Add(Snapshot.JoinsSection, Encoding.UTF8.GetBytes(choices.Text())),
            b => ListedPhrases.Add(b, parties));
        builder.Write(output);
    }

    /// <summary>The parts do not know each other, so they are compiled at the same time; their order in the file stays.</summary>
    static void AddAll(SnapshotBuilder builder, CancellationToken cancel, params Action<SnapshotBuilder>[] parts)
    {
        var compiled = Array.ConvertAll(parts, _ => new SnapshotBuilder());
        SideBySide.Run(parts.Length, i => parts[i](compiled[i]), cancel);
        foreach (var part in compiled) builder.Add(part);
    }

    /// <summary>Entries are copied as they are encoded; nobody looks at what they say.</summary>
    static void WriteParties(SnapshotBuilder builder, List<JoinedParty> parties, IReadOnlyList<EncodedEntries> lists, ListedEntries entries, CancellationToken cancel)
    {
        // What comes is known well enough that nothing of this size grows by doubling.
        var writer = new EntryWriter(lists.Sum(static l => l.Texts.Bytes) + (1 << 20), lists.Sum(static l => l.Bytes) + (parties.Count << 5));
        writer.Number(lists.Count);
        foreach (var list in lists) ListVersionCodec.Write(writer, list.Version);
        var texts = lists.Select(static l => new int[l.TextCount + 1]).ToArray();
        var at = new int[parties.Count];
        for (var i = 0; i < at.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            at[i] = writer.Position;
            writer.Text(parties[i].Party.Id);
            writer.Number(parties[i].Entries.Length);
            foreach (var number in parties[i].Entries)
            {
                var (list, entry) = entries.Place(number);
                writer.Number(list);
                writer.Copy(lists[list][entry], lists[list].Texts, texts[list]);
            }
            WriteJoins(writer, parties[i].Party);
        }
        writer.AddTo(builder, "parties");
        builder.Add("party.at", at);
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

    static void WriteIds(SnapshotBuilder builder, List<JoinedParty> parties)
    {
        var ids = parties
            .SelectMany((p, i) => p.Party.Listings.Select(l => Party.IdOf(l.List, l.Entry.Id)).Concat(p.OtherIds).Distinct().Select(id => (Id: Encoding.UTF8.GetBytes(id), i)))
            .ToList();
        ids.Sort((a, b) => a.Id.AsSpan().SequenceCompareTo(b.Id));
        var at = new int[ids.Count + 1];
        for (var i = 0; i < ids.Count; i++) at[i + 1] = at[i] + ids[i].Id.Length;
        builder.Add("ids.at", at);
        var text = new byte[at[^1]];
        for (var i = 0; i < ids.Count; i++) ids[i].Id.CopyTo(text, at[i]);
        builder.Add("ids", text);
        builder.Add("ids.party", ids.Select(p => p.i).ToArray());
    }
}
