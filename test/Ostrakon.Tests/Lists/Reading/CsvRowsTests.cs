using System.Text;
using Ostrakon.Lists;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Tests.Lists.Reading;

public class CsvRowsTests
{
    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    static List<string[]> All(byte[] content, char? delimiter = null)
    {
        var rows = new CsvRows("list.csv", content, delimiter);
        var all = new List<string[]>();
        while (rows.Read()) all.Add([.. Enumerable.Range(0, rows.Count).Select(i => rows[i])]);
        return all;
    }

    [Fact]
    public void Quotes_hold_delimiters_quotes_and_lines()
    {
        var rows = new CsvRows("list.csv", Utf8("1,\"a, \"\"b\"\"\r\nc\",-0- \r\n\r\n2,,\"\"\r\n"));
        rows.Read().ShouldBeTrue();
        (rows.Line, rows.Count, rows[0], rows[1], rows[2], rows[3], rows[-1]).ShouldBe((1, 3, "1", "a, \"b\"\r\nc", "-0- ", "", ""));
        rows.Read().ShouldBeTrue();
        (rows.Line, rows.Count, rows[1], rows[2]).ShouldBe((4, 3, "", ""));
        rows.Read().ShouldBeFalse();
    }

    [Theory]
    [InlineData("a,b\nc,d")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\rc,d\r")]
    [InlineData("a,b\r\nc,d\r\n\u001a")]
    [InlineData("\"a\";b\nc;d\n")]
    [InlineData("a\tb\nc\td\n")]
    public void Line_ends_end_of_file_mark_and_delimiter_are_recognised(string text) =>
        All(Utf8(text)).ShouldBe([["a", "b"], ["c", "d"]]);

    [Fact]
    public void A_delimiter_inside_the_text_of_most_lines_is_not_taken() =>
        All(Utf8("name;country\nDoe, John;GB\nRoe, Jane, Dr;FR\n")).ShouldBe([["name", "country"], ["Doe, John", "GB"], ["Roe, Jane, Dr", "FR"]]);

    [Fact]
    public void Encodings_are_recognised()
    {
        const string text = "id,name\n1,José Müller\n";
        string[][] expected = [["id", "name"], ["1", "José Müller"]];
        All(Utf8(text)).ShouldBe(expected);
        All([.. Encoding.UTF8.Preamble, .. Utf8(text)]).ShouldBe(expected);
        All([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]).ShouldBe(expected);
        All([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]).ShouldBe(expected);
        All(Encoding.Unicode.GetBytes(text)).ShouldBe(expected);
        All(Encoding.BigEndianUnicode.GetBytes(text)).ShouldBe(expected);
        All(Encoding.Latin1.GetBytes(text)).ShouldBe(expected);
        All([.. "id,price\n1,"u8, 0x80]).ShouldBe([["id", "price"], ["1", "€"]]);
    }

    [Fact]
    public void A_broken_row_ends_a_list_with_file_and_line()
    {
        Should.Throw<ListFormatException>(() => All(Utf8("1,a\n2,\"b\n3,c\n"))).Message.ShouldStartWith("list.csv:2: opens a quote");
        Should.Throw<ListFormatException>(() => All(Utf8("1,a\n2,b\0\n"))).Message.ShouldStartWith("list.csv:2: holds a NUL");
        Should.Throw<ListFormatException>(() => All(Utf8("1,\"a\"b\n"))).Message.ShouldStartWith("list.csv:1: has text after a closing quote");
        Should.Throw<ListFormatException>(() => All(new byte[100 << 20])).Message.ShouldStartWith("list.csv:1: is longer than 1 MiB");
        Should.Throw<ListFormatException>(() => All(Utf8(new string(',', 1 << 20)))).Message.ShouldStartWith("list.csv:1: has more than 4096 fields");
    }

    [Fact]
    public void A_tolerant_reader_reports_broken_rows_and_goes_on()
    {
        byte[] content = [.. "1,Ärger\n2,\"open\n3,"u8, 0xff, .. "\n4,fine\n5,\0\n6,last"u8];
        var rows = new CsvRows("batch.csv", content, tolerant: true);
        var seen = new List<string>();
        while (rows.Read()) seen.Add($"{rows.Line}:{(rows.Fault is { } fault ? fault.Split(' ')[0] : rows[1])}");
        seen.ShouldBe(["1:Ärger", "2:opens", "3:holds", "4:fine", "5:holds", "6:last"]);
    }

    [Fact]
    public void A_header_finds_columns_by_name()
    {
        var rows = new CsvRows("list.csv", Utf8(" ID ,Name\n7,x\n"));
        rows.Read();
        var header = new CsvHeader(rows);
        rows.Read();
        (rows[header["id"]], rows[header["name"]], rows[header["country"]]).ShouldBe(("7", "x", ""));
    }
}
