using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// Rows of the first sheet of an Excel workbook (XLSX), of an OpenDocument spreadsheet (ODS) or of a delimited file, told apart by
/// content: the authorities publish the same table in all three.
/// </summary>
public static class SheetFile
{
    /// <summary>Reads the rows in order; nothing is held but the current one. Rows without any text are left out.</summary>
    /// <exception cref="ListFormatException">The file is broken, truncated or hostile.</exception>
    public static IEnumerable<SheetRow> Rows(ListFile file, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var row in SheetArchive.IsZip(file) ? Archived(file) : Delimited(file))
        {
            cancel.ThrowIfCancellationRequested();
            if (HasText(row)) yield return row;
        }
    }

    /// <summary>
    /// All sheets of an Excel workbook with their names, each to be read before the next is asked for; none where the file is no workbook.
    /// Rows without any text are left out.
    /// </summary>
    /// <exception cref="ListFormatException">The file is broken, truncated or hostile.</exception>
    public static IEnumerable<(string Name, IEnumerable<SheetRow> Rows)> Sheets(ListFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!SheetArchive.IsZip(file)) yield break;
        using var archive = new SheetArchive(file);
        if (!archive.Has("xl/workbook.xml")) yield break;
        foreach (var (name, rows) in XlsxRows.Sheets(archive)) yield return (name, rows.Where(HasText));
    }

    static bool HasText(SheetRow row) => row.Cells.Any(static c => !string.IsNullOrWhiteSpace(c));

    /// <summary>The first rows, for recognition; empty where the file cannot be read. Never throws.</summary>
    public static ImmutableArray<SheetRow> Head(ListFile file, int rows)
    {
        try
        {
            return [.. Rows(file).Take(rows)];
        }
        catch (ListFormatException)
        {
            return [];
        }
    }

    /// <summary>Nobody recognises a spreadsheet that cannot be opened; why it cannot says more than that.</summary>
    /// <exception cref="ListFormatException">The file is a zip archive and its first row cannot be read.</exception>
    public static void RefuseBroken(ListFile file)
    {
        if (SheetArchive.IsZip(file)) _ = Rows(file).FirstOrDefault();
    }

    /// <summary>
    /// The day on which a workbook was last saved by its author, which it says itself (<c>docProps/core.xml</c>, ECMA-376 part 2, 11):
    /// where an authority publishes a workbook without a date in it, the nearest to one. Null where it does not say.
    /// </summary>
    public static DateOnly? Saved(ListFile file)
    {
        if (!SheetArchive.IsZip(file)) return null;
        using var archive = new SheetArchive(file);
        return archive.Has(Properties) ? archive.Try(0, () => Saved(archive)) : null;
    }

    const string Properties = "docProps/core.xml";

    static DateOnly? Saved(SheetArchive archive)
    {
        using var reader = archive.Open(Properties);
        while (SheetText.Next(reader))
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "modified" })
                return SheetText.Inside(reader) is { Length: >= 10 } text
                    && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return null;
    }

    static IEnumerable<SheetRow> Archived(ListFile file)
    {
        using var archive = new SheetArchive(file);
        var rows = archive.Has("xl/workbook.xml") ? XlsxRows.Read(archive)
            : archive.Has("content.xml") ? OdsRows.Read(archive)
            : throw new ListFormatException(file.Name, 0, "is a zip archive without a spreadsheet in it", "Unpack it and give the files in it.");
        foreach (var row in rows) yield return row;
    }

    static IEnumerable<SheetRow> Delimited(ListFile file)
    {
        var rows = new CsvRows(file);
        while (rows.Read()) yield return new(rows.Line, [.. Enumerable.Range(0, rows.Count).Select(i => rows[i])]);
    }
}
