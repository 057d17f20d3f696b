using System.Collections.Immutable;

namespace Ostrakon.Lists;

/// <summary>All formats that the product reads. A new list is a folder with a parser, a fixture and a row here.</summary>
public static class ListFormats
{
    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<ListFormat> All { get; } =
    [
        Un.UnXml.Format,
        Ofac.OfacCsv.Format,
        Ofac.OfacXml.Format,
        Ofac.OfacEnhancedXml.Format,
        Ofac.OfacAdvancedXml.Format,
        Uk.UkXml.Format,
        Uk.UkTable.Format,
        Eu.EuXml.Format,
        Eu.EuCsv.Format,
        Csl.CslList.Csv,
        Csl.CslList.Json,
        Sema.SemaXml.Format,
        Dfat.DfatTable.Format,
        WorldBank.DebarredJson.Format,
        Seco.SecoXml.Format,
        Mof.MofWorkbook.Format,
        Ftm.FtmLines.Format,
        // Any table with a name column: last, since authorities' tables may have one too.
        Own.OwnCsv.Format,
    ];

    /// <summary>Reads the files in the first format that recognises them.</summary>
    /// <exception cref="ListFormatException">No format recognises them, or the one that does finds them broken.</exception>
    public static ParsedList Parse(ListSource source, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        foreach (var format in All)
            if (format.Reads(source.Files)) return format.Parse(source, cancel);
        foreach (var file in source.Files) Reading.SheetFile.RefuseBroken(file);
        throw new ListFormatException(source.Files[0].Name, 0,
            "is in no format that is known here (an HTML error page? a truncated download?)",
            $"Download it again from the authority; the formats are in docs/lists.md ({string.Join(", ", All.Select(f => f.Name))}).");
    }
}
