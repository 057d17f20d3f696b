using System.Collections.Frozen;
using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>
/// The EU financial sanctions file in CSV 1.1 (<c>csvFullSanctionsList_1_1</c>): semicolons, a row for each name, address, birth date,
/// identification or citizenship, with the entity repeated in front. The rows of an entity are put together as its XML and read as that.
/// </summary>
static class EuCsv
{
    static readonly FrozenDictionary<string, (string Element, string Attribute)> Places =
        EmbeddedText.Rows("Lists/Eu/eu-columns.tsv").ToFrozenDictionary(static r => r[0], static r => (r[1], r[2]), StringComparer.OrdinalIgnoreCase);

    public static ListFormat Format { get; } = new("EU financial sanctions CSV 1.1", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) =>
        files is [var file] && !SheetArchive.IsZip(file) && SheetFile.Head(file, 1) is [var header]
        && header.Cells.Contains("Entity_LogicalId", StringComparer.OrdinalIgnoreCase) && header.Cells.Contains("NameAlias_WholeName", StringComparer.OrdinalIgnoreCase);

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        source.RefuseOther(EuList.Id);
        var (coverage, warnings) = (new CoverageCounter(), ImmutableArray.CreateBuilder<string>());
        var rows = new CsvRows(file);
        rows.Read();
        var header = new CsvHeader(rows);
        var (idColumn, dateColumn) = (header["Entity_LogicalId"], header["fileGenerationDate"]);
        var entities = new Dictionary<string, EuCsvEntity>(StringComparer.Ordinal);
        DateOnly? published = null;
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            published ??= EuList.Date(rows[dateColumn].Trim());
            var id = rows[idColumn].Trim();
            if (id.Length == 0) { warnings.Add($"{file.Name}:{rows.Line}: row without a logical id left out"); continue; }
            if (!entities.TryGetValue(id, out var entity)) entities[id] = entity = new(rows.Line);
            for (var i = 0; i < rows.Count; i++)
                if (rows[i].Trim() is { Length: > 0 } value && i != dateColumn) entity.Add(Name(header, i), Place(Name(header, i)), value);
            entity.EndRow();
        }
        var entries = new List<Entry>();
        foreach (var (id, entity) in entities)
            if (entity.Build(coverage) is { } entry) entries.Add(entry);
            else warnings.Add($"{file.Name}: {id} has no name and is left out");
        return EuList.Finish(file, entries, published, coverage, warnings);
    }

    static string Name(CsvHeader header, int column) => column < header.Names.Length && header.Names[column].Length > 0 ? header.Names[column] : $"column {column + 1}";

    /// <summary>Where the XML has the value; a column that nobody told us about becomes an attribute of its own.</summary>
    static (string Element, string Attribute) Place(string column) => Places.TryGetValue(column, out var place) ? place : ("", column);
}
