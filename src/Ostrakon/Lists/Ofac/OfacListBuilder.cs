using System.Collections.Immutable;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Ofac;

/// <summary>One version of a list while its files are read: the entries by number and in order, what was counted, what to warn of.</summary>
sealed class OfacListBuilder(ListSource source, ListFile file)
{
    readonly Dictionary<string, OfacDraft> drafts = new(StringComparer.Ordinal);
    readonly List<OfacDraft> order = [];

    /// <summary>What was mapped so far.</summary>
    public CoverageCounter Coverage { get; } = new();

    /// <summary>What could not be used.</summary>
    public ImmutableArray<string>.Builder Warnings { get; } = ImmutableArray.CreateBuilder<string>();

    /// <summary>The publication date inside the file.</summary>
    public DateOnly? Published { get; set; }

    /// <summary>How many entries there are.</summary>
    public int Count => order.Count;

    /// <summary>The entry of that number; null where there is none.</summary>
    public OfacDraft? Find(string id) => drafts.GetValueOrDefault(id);

    /// <summary>Adds an entry. Of those that share a number the first is the one that <see cref="Find"/> finds.</summary>
    public void Add(OfacDraft draft)
    {
        drafts.TryAdd(draft.Id, draft);
        order.Add(draft);
    }

    /// <summary>Adds the entry that was made of a record; null (where it has no number or no name) is warned of.</summary>
    /// <returns>The entry, if it was added.</returns>
    public OfacDraft? Add(XmlRecord record, OfacDraft? draft)
    {
        if (draft is { HasName: true })
        {
            Add(draft);
            return draft;
        }
        Warn(record, "record without a number or a name");
        return null;
    }

    /// <summary>Warns of a record that is left out.</summary>
    public void Warn(XmlRecord record, string what) => Warnings.Add($"{file.Name}:{record.Line}: {what} is left out");

    /// <summary>
    /// As <see cref="Add(XmlRecord, OfacDraft)"/>, with the record as published. Attributes that nobody took are numbers by which the
    /// file refers to itself, and stay out.
    /// </summary>
    public void AddPublished(XmlRecord record, OfacDraft? draft)
    {
        if (Add(record, draft) is not { } added) return;
        foreach (var (path, value, taken) in record.Values())
            if (taken || !path.Contains('@')) added.Publish(path, value);
    }

    /// <summary>The list; refused where it is empty or another one.</summary>
    /// <exception cref="ListFormatException">It is.</exception>
    public ParsedList Build()
    {
        if (order.Count == 0)
            throw new ListFormatException(file.Name, 0, "holds no entry", "Download it again; the list in use is kept as it is.");
        var entries = order.Select(d => d.Build()).ToImmutableArray();
        var sdn = order.Count(d => d.Listings.Exists(l => l.List == OfacLists.SdnName));
        OfacLists.RefuseOther(source, file.Name, entries, (sdn, order.Count(d => d.Listings.Count > 0) - sdn));
        return new(OfacLinks.Resolve(entries), Published, Coverage.Report(), Warnings.ToImmutable());
    }
}
