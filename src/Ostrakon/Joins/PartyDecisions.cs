using Ostrakon.Index;
using Ostrakon.Lists.Archive;
using Ostrakon.Parties;

namespace Ostrakon.Joins;

/// <summary>What people decide about which entries are one party. It goes into use at once and holds over all later versions.</summary>
public static class PartyDecisions
{
    /// <summary>Takes an entry out of a party, for good.</summary>
    /// <param name="archive">The kept versions and decisions.</param>
    /// <param name="snapshot">What is in use.</param>
    /// <param name="party">The party's id.</param>
    /// <param name="entry">The entry as list and entry id ("uk-sl-RUS0251"), or its id alone where that is clear.</param>
    /// <param name="writer">The right to write.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="DataFolderException">There is no such party, the entry is not part of it, or the folder cannot be written.</exception>
    public static InUse Split(ListArchive archive, Snapshot snapshot, string party, string entry, WriterLock writer, TimeProvider time, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(time);
        var entries = EntriesOf(Found(snapshot, party));
        var listing = Found(snapshot, party).Listings.Where(l => Party.IdOf(l.List, l.Entry.Id) == entry || l.Entry.Id == entry).ToList();
        if (listing is not [var only] || entries.Count == 1)
            throw new DataFolderException(party, $"cannot be split from {entry}", entries.Count == 1 ? "It has one entry only." : $"Name one of its entries: {string.Join(", ", entries)}.");
        var taken = Party.IdOf(only.List, only.Entry.Id);
        var choices = JoinChoices.Read(archive.Folder);
        foreach (var other in entries.Where(e => e != taken)) choices = choices.With(new(false, other, taken, time.GetUtcNow()));
        return Put(archive, choices, writer, cancel);
    }

    /// <summary>Makes an entry, with all that is one party with it, part of a party, for good.</summary>
    /// <param name="archive">The kept versions and decisions.</param>
    /// <param name="snapshot">What is in use.</param>
    /// <param name="party">The party's id.</param>
    /// <param name="entry">The entry as list and entry id: "uk-sl-RUS0251".</param>
    /// <param name="writer">The right to write.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="DataFolderException">There is no such party or entry, they are one already, or the folder cannot be written.</exception>
    public static InUse Join(ListArchive archive, Snapshot snapshot, string party, string entry, WriterLock writer, TimeProvider time, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(time);
        var (mine, theirs) = (EntriesOf(Found(snapshot, party)), EntriesOf(Found(snapshot, entry)));
        if (mine.Contains(theirs[0])) throw new DataFolderException(party, $"and {entry} are one party already", "There is nothing to do.");
        var choices = JoinChoices.Read(archive.Folder);
        foreach (var a in mine)
            foreach (var b in theirs) choices = choices.Without(a, b);
        return Put(archive, choices.With(new(true, mine[0], theirs.Contains(entry) ? entry : theirs[0], time.GetUtcNow())), writer, cancel);
    }

    static InUse Put(ListArchive archive, JoinChoices choices, WriterLock writer, CancellationToken cancel)
    {
        var inUse = archive.InUse();
        if (inUse.Lists.IsEmpty) throw new DataFolderException(archive.Folder.Root, "no list is imported", "Import the lists first; the demonstration cannot be changed.");
        return Publication.Publish(archive, inUse, writer, choices: choices, cancel: cancel);
    }

    static Party Found(Snapshot snapshot, string id) => snapshot.Find(id) is >= 0 and var number ? snapshot.Party(number)
        : throw new DataFolderException(id, "no party or entry of that id is in use", "Look it up by its name: ostrakon screen NAME.");

    static List<string> EntriesOf(Party party) => [.. party.Listings.Select(static l => Party.IdOf(l.List, l.Entry.Id))];
}
