using System.IO.Compression;
using System.Text;
using Ostrakon.Lists;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Tests.Lists.Reading;

public class SheetFileTests
{
    const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    const string Book = $"""
        <workbook {Main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId7"/></sheets></workbook>
        """;

    const string Relations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Target="worksheets/data.xml"/></Relationships>
        """;

    static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }

    static byte[] Xlsx(string rows, string strings = "", string styles = "") => Zip(
        ("xl/workbook.xml", Book), ("xl/_rels/workbook.xml.rels", Relations), ("xl/styles.xml", $"<styleSheet {Main}>{styles}</styleSheet>"),
        ("xl/sharedStrings.xml", $"<sst {Main}>{strings}</sst>"), ("xl/worksheets/data.xml", $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>"));

    static byte[] Ods(string rows) => Zip(("content.xml", $"""
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet></office:body></office:document-content>
        """));

    static List<SheetRow> Rows(byte[] content) => [.. SheetFile.Rows(new("x.xlsx", content, default), TestContext.Current.CancellationToken)];

    static string[] Cells(byte[] content) => [.. Rows(content).Select(r => string.Join('|', r.Cells))];

    [Fact]
    public void Shared_texts_come_without_their_phonetic_readings() =>
        Cells(Xlsx("""<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>""",
            """<si><t>plain</t></si><si><r><t>東</t></r><r><t xml:space="preserve"> 京</t></r><rPh sb="0" eb="1"><t>トウキョウ</t></rPh></si>"""))
            .ShouldBe(["東 京|plain"]);

    [Fact]
    public void Missing_cells_and_rows_keep_their_places()
    {
        var rows = Rows(Xlsx("""<row r="3"><c r="C3" t="str"><v>x</v></c><c r="AB3" t="inlineStr"><is><t>y_x000A_z</t></is></c></row><row/><row r="9"><c><v>7</v></c></row>"""));
        rows.Select(r => r.Number).ShouldBe([3, 9]);
        (rows[0][2], rows[0][27], rows[0][3], rows[0][99], rows[0][-1], rows[1][0]).ShouldBe(("x", "y\nz", "", "", "", "7"));
    }

    [Fact]
    public void Serial_dates_are_read_by_their_style()
    {
        var styles = """<numFmts><numFmt numFmtId="170" formatCode="&quot;day&quot; dd\/mm"/><numFmt numFmtId="171" formatCode="0.0 &quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>""";
        Cells(Xlsx("""<row><c s="0"><v>45757</v></c><c s="1"><v>45757</v></c><c s="2"><v>59.5</v></c><c s="2"><v>61</v></c><c s="3"><v>12</v></c><c><v>1.3344E4</v></c></row>""", styles: styles))
            .ShouldBe(["45757|2025-04-10|1900-02-28|1900-03-01|12|13344"]);
    }

    [Fact]
    public void Repeated_cells_and_rows_of_an_OpenDocument_are_unfolded()
    {
        var rows = Rows(Ods("""
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>a</text:p><text:p>b<text:s text:c="2"/>c</text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type="date" office:date-value="2025-08-11"><text:p>11 Aug</text:p><office:annotation><text:p>note</text:p></office:annotation></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row><table:table-cell><text:p>last</text:p></table:table-cell></table:table-row>
            """));
        rows.Select(r => r.Number).ShouldBe([1, 2, 1048573]);
        rows[1].Cells.ShouldBe(["a\nb  c", "a\nb  c", "", "2025-08-11"]);
    }

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "truncated", Xlsx("<row/>")[..^30], "broken or truncated zip" },
        { "no archive", [.. "PK\x03\x04"u8, 1, 2, 3], "broken or truncated zip" },
        { "other archive", Zip(("readme.txt", "hello")), "without a spreadsheet" },
        { "part missing", Zip(("xl/workbook.xml", Book)), "without its part xl/worksheets/sheet1.xml" },
        { "broken XML", Xlsx("<row><c></row>"), "broken XML" },
        { "DTD", Zip(("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]>" + Book)), "broken XML" },
        { "bomb", Zip(("content.xml", "<a>" + new string(' ', 5 << 20))), "single text or tag of more than" },
        { "deep", Ods(string.Concat(Enumerable.Repeat("<x>", 100_000))), "nested more than" },
        { "far column", Xlsx("""<row><c r="XFZ1"><v>1</v></c></row>"""), "cells out of order" },
        { "wide", Ods("""<table:table-row><table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell></table:table-row>"""), "columns" },
        { "endless", Ods(string.Concat(Enumerable.Repeat("""<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>""", 3))), "more than 1048576 rows" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_files_end_in_one_clear_error(string what, byte[] content, string reason)
    {
        var error = Should.Throw<ListFormatException>(() => SheetFile.Rows(new("x.xlsx", content, default), TestContext.Current.CancellationToken).Count(), what);
        error.Message.ShouldStartWith("x.xlsx");
        error.Message.ShouldContain(reason);
        SheetFile.Head(new("x.xlsx", content, default), 3).Length.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public void A_bomb_is_stopped_at_its_size()
    {
        // 300 MB of rows in 300 kB.
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var book = zip.CreateEntry("xl/workbook.xml").Open()) book.Write(Encoding.UTF8.GetBytes(Book));
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes($"<worksheet {Main}><sheetData>"));
            var rows = Encoding.UTF8.GetBytes($"<x a='{new string('y', 1 << 20)}'/>");
            for (var i = 0; i < 300; i++) part.Write(rows);
        }
        var file = new ListFile("bomb.xlsx", stream.ToArray(), default);
        Should.Throw<ListFormatException>(() => SheetFile.Rows(file, TestContext.Current.CancellationToken).Count()).Message.ShouldContain("unpacks to more than 256 MiB");
    }

    [Fact]
    public void A_sheet_with_other_headers_is_no_list_that_is_known() =>
        Should.Throw<ListFormatException>(() => TestLists.ParseBytes("uk-sl", Xlsx("""<row><c t="str"><v>Name</v></c></row>"""))).Message.ShouldContain("in no format that is known");

    [Fact]
    public void A_truncated_list_says_that_it_is() =>
        Should.Throw<ListFormatException>(() => TestLists.ParseBytes("uk-sl", Xlsx("<row/>")[..^30])).Message.ShouldContain("truncated zip");
}
