using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Own;

/// <summary>
/// A list of the user's own: CSV with a header, in the columns of a batch (<c>id,schema,name,birthDate,country,idNumber</c>, any order,
/// only <c>name</c> needed) and any others, several values separated by <c>|</c>. The first name is the primary one. A row without an id
/// is called by its number; rows that share one are one party.
/// </summary>
static class OwnCsv
{
    const int HeadBytes = 1 << 16;

    public static ListFormat Format { get; } = new("own list CSV", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files)
    {
        if (files is not [var file]) return false;
        var rows = new CsvRows(file.Name, file.Content[..Math.Min(file.Content.Length, HeadBytes)], tolerant: true);
        return rows.Read() && new CsvHeader(rows)["name"] >= 0;
    }

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        if (ListTitles.Of(source.List) != source.List && !source.Force)
            throw new ListFormatException(file.Name, 0, $"is a table of your own, not the {ListTitles.Of(source.List)}",
                "Import it under an id of your own, or insist with --force.");
        var rows = new CsvRows(file);
        rows.Read();
        var reader = new OwnRow(new CsvHeader(rows));
        var entries = ImmutableArray.CreateBuilder<Parties.Entry>();
        var warnings = ImmutableArray.CreateBuilder<string>();
        for (var number = 1; rows.Read(); number++)
        {
            if ((number & 1023) == 0) cancel.ThrowIfCancellationRequested();
            if (reader.Read(rows, number.ToString(CultureInfo.InvariantCulture), out var trouble) is { } entry) entries.Add(entry);
            if (trouble is not null) warnings.Add($"{file.Name}:{rows.Line}: {trouble}");
        }
        if (entries.Count == 0)
            throw new ListFormatException(file.Name, 0, "holds no entry", "Give each party a row with a name; the list in use is kept as it is.");
        return new(entries.ToImmutable(), null, reader.Coverage.Report(), warnings.ToImmutable());
    }
}
