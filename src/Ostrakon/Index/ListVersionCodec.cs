using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists;

namespace Ostrakon.Index;

/// <summary>List versions in the records of entries, so that opening a snapshot needs no JSON.</summary>
static class ListVersionCodec
{
    public static void Write(EntryWriter writer, ListVersion version)
    {
        writer.Text(version.List);
        writer.Text(version.Version);
        writer.Number(version.Published.DayNumber);
        writer.Text(version.PublishedFrom);
        writer.Text(version.Fetched.ToString("O", CultureInfo.InvariantCulture));
        writer.Text(version.Sha256);
        writer.Number(version.Entries);
        writer.Number(version.Names);
        writer.Number(version.Coverage.Mapped);
        writer.Number(version.Coverage.Unmapped.Length);
        foreach (var field in version.Coverage.Unmapped) { writer.Text(field.Path); writer.Number(field.Count); }
        writer.Number(version.Files.Length);
        foreach (var file in version.Files) writer.Text(file);
    }

    public static ListVersion Read(ref EntryReader reader)
    {
        var (list, version, published, from) = (reader.Text()!, reader.Text()!, DateOnly.FromDayNumber(reader.Number()), reader.Text()!);
        var fetched = DateTimeOffset.ParseExact(reader.Text()!, "O", CultureInfo.InvariantCulture);
        var (sha256, entries, names, mapped) = (reader.Text()!, reader.Number(), reader.Number(), reader.Number());
        var unmapped = reader.Many(static (ref EntryReader r) => new UnmappedField(r.Text()!, r.Number()));
        var files = reader.Many(static (ref EntryReader r) => r.Text()!);
        return new(list, version, published, from, fetched, sha256, entries, names, new(mapped, unmapped), files);
    }
}
