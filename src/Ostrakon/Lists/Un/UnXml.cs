using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Un;

/// <summary>
/// The United Nations Security Council Consolidated List in XML (<c>sc-sanctions.xsd</c>), all generations: the root
/// <c>CONSOLIDATED_LIST</c> with <c>INDIVIDUALS</c> and <c>ENTITIES</c>, its publication date in <c>dateGenerated</c>.
/// </summary>
static class UnXml
{
    const string Root = "CONSOLIDATED_LIST";

    public static ListFormat Format { get; } = new("UN consolidated XML", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && RootOf(file) == Root;

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        if (source.List != "un-sc" && !source.Force)
            throw new ListFormatException(file.Name, 0, $"is the UN Security Council's list, not {source.List}",
                "Import it as un-sc, or insist with --force.");
        var coverage = new CoverageCounter();
        var warnings = ImmutableArray.CreateBuilder<string>();
        var entries = new List<Entry>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        DateOnly? published = null;
        using var reader = Open(file);
        try
        {
            reader.MoveToContent();
            published = Date(reader.GetAttribute("dateGenerated"));
            while (!reader.EOF)
            {
                cancel.ThrowIfCancellationRequested();
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("INDIVIDUAL" or "ENTITY")) { reader.Read(); continue; }
                var line = ((IXmlLineInfo)reader).LineNumber;
                var entry = UnRecord.Read((XElement)XNode.ReadFrom(reader), coverage);
                if (entry is null) warnings.Add($"{file.Name}:{line}: record without a name or reference number left out");
                else if (!ids.Add(entry.Id)) warnings.Add($"{file.Name}:{line}: {entry.Id} stands twice; the second record is left out");
                else entries.Add(entry);
            }
        }
        catch (XmlException e)
        {
            throw new ListFormatException(file.Name, e.LineNumber, $"is not well-formed XML ({e.Message})",
                "Download it again; the list in use is kept as it is.", e);
        }
        if (entries.Count == 0)
            throw new ListFormatException(file.Name, 0, "holds no entry", "Download it again; the list in use is kept as it is.");
        return new(UnLinks.Resolve(entries), published, coverage.Report(), warnings.ToImmutable());
    }

    static DateOnly? Date(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;

    static string? RootOf(ListFile file)
    {
        try
        {
            using var reader = Open(file, DtdProcessing.Ignore);
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static XmlReader Open(ListFile file, DtdProcessing dtd = DtdProcessing.Prohibit) =>
        XmlReader.Create(new MemoryStream(file.Content.ToArray(), writable: false), new XmlReaderSettings
        {
            DtdProcessing = dtd, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
        });
}
