using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>
/// All parties of all lists in use, compiled into one immutable file that is opened by mapping it. Parties are numbered from 0;
/// records are decoded when asked for. Safe for any number of threads.
/// </summary>
public sealed class Snapshot : IDisposable
{
    internal const string JoinsSection = "joins";

    readonly SnapshotFile file;

    /// <summary>The first strings of the pool: what all entries have (field names, programmes, countries) is among them, and not decoded again.</summary>
    readonly string?[] common = new string?[2048];

    Snapshot(SnapshotFile file)
    {
        this.file = file;
        var reader = new EntryReader(file, "parties", 0);
        Lists = reader.Many(ListVersionCodec.Read);
        PartyCount = file.Section<int>("party.at").Length;
        Joins = Encoding.UTF8.GetString(file.Section(JoinsSection));
    }

    /// <summary>Opens and verifies a compiled snapshot.</summary>
    /// <exception cref="InvalidDataException">Damaged, truncated, or written by another version of the product.</exception>
    public static Snapshot Open(string path) => new(SnapshotFile.Open(path));

    /// <summary>The same over bytes in memory, which are copied.</summary>
    /// <exception cref="InvalidDataException">Damaged or truncated.</exception>
    public static Snapshot FromBytes(ReadOnlySpan<byte> content) => new(SnapshotFile.FromBytes(content));

    /// <summary>The sections, for what is compiled beside the parties (the name index).</summary>
    public SnapshotFile File => file;

    /// <summary>The list versions that were compiled, in the order in which they were given.</summary>
    public ImmutableArray<ListVersion> Lists { get; }

    /// <summary>What people had decided about which entries are one party, as <see cref="Ostrakon.Joins.JoinChoices.Text"/> writes it.</summary>
    public string Joins { get; }

    /// <summary>Number of parties.</summary>
    public int PartyCount { get; }

    /// <summary>Whether only the built-in starter list is loaded: every answer must say that it is a demonstration.</summary>
    public bool Demonstration => Lists is [{ List: "starter" }];

    /// <summary>Decodes a party.</summary>
    /// <param name="number">0 to <see cref="PartyCount"/> - 1.</param>
    public Party Party(int number)
    {
        var reader = new EntryReader(file, "parties", file.Section<int>("party.at")[number], common);
        var id = reader.Text()!;
        var listings = new Listing[reader.Number()];
        for (var i = 0; i < listings.Length; i++)
        {
            var version = Lists[reader.Number()];
            listings[i] = new(version.List, version.Version, reader.Entry());
        }
        return new(id, ImmutableCollectionsMarshal.AsImmutableArray(listings))
        {
            JoinedBy = reader.Many(static (ref EntryReader r) => new Join(r.Many(static (ref EntryReader e) => e.Text()!), r.Text()!)),
            Suggestions = reader.Many(static (ref EntryReader r) => new JoinSuggestion(r.Text()!, r.Text()!, r.Text()!)),
        };
    }

    /// <summary>The number of the party with this id, or that holds or repeats the entry <c>list-entry</c>; -1 where there is none.</summary>
    public int Find(string partyId)
    {
        ArgumentNullException.ThrowIfNull(partyId);
        var ids = file.Section("ids");
        var at = file.Section<int>("ids.at");
        var numbers = file.Section<int>("ids.party");
        var key = Encoding.UTF8.GetBytes(partyId);
        int low = 0, high = numbers.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = ids[at[middle]..at[middle + 1]].SequenceCompareTo(key);
            if (order == 0) return numbers[middle];
            if (order < 0) low = middle + 1; else high = middle - 1;
        }
        return -1;
    }

    /// <summary>The written names of all parties as phrases of running text; the values of its slots are in <see cref="ListedPhrases"/>.</summary>
    public PhraseTable Phrases => new(file.Section<PhraseSlot>(Index.ListedPhrases.Slots));

    /// <summary>What the phrases stand for.</summary>
    public ReadOnlySpan<ListedPhrase> ListedPhrases => file.Section<ListedPhrase>(Index.ListedPhrases.Values);

    /// <summary>Unmaps the file. Nothing of this snapshot may be used afterwards.</summary>
    public void Dispose() => file.Dispose();
}
