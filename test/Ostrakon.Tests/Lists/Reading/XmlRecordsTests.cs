using System.Text;
using Ostrakon.Lists;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Tests.Lists.Reading;

public class XmlRecordsTests
{
    static ListFile Xml(string text) => new("list.xml", Encoding.UTF8.GetBytes(text), default);

    static List<XmlRecord> All(string text) => [.. XmlRecords.Read(Xml(text), new HashSet<string> { "list", "group" })];

    [Fact]
    public void Records_are_what_stands_in_containers()
    {
        var records = All("""
            <?xml version="1.0"?>
            <list xmlns="urn:x" date="2024-01-02">
              <head> a &amp; b </head>
              <group><entry id="7"><name>N</name><empty/></entry></group>
            </list>
            """);
        records.Select(r => (r.Name, r.Line)).ShouldBe([("list", 2L), ("head", 3L), ("entry", 4L)]);
        records[0].TakeAttribute("date").ShouldBe("2024-01-02");
        records[1].Take().ShouldBe("a & b");
        (records[2].Take("name"), records[2].Take("empty"), records[2].Take("none")).ShouldBe(("N", null, null));
    }

    [Fact]
    public void What_nobody_took_is_unmapped()
    {
        var entry = All("<list><entry id='7'><name>N</name><aka><x>1</x></aka><aka><x>2</x><y/></aka></entry></list>")[0];
        entry.Take("name");
        foreach (var x in entry.All("aka", "x").Take(1)) x.Take();
        var coverage = new CoverageCounter();
        entry.CountInto(coverage, "entry");
        var report = coverage.Report();
        report.Mapped.ShouldBe(2);
        report.Unmapped.ShouldBe([new("entry/@id", 1), new("entry/aka/x", 1)]);
    }

    [Fact]
    public void The_root_is_found_without_reading_the_file()
    {
        XmlRecords.RootOf(Xml("<!DOCTYPE a [<!ENTITY b 'c'>]><a xmlns='urn:x'><unclosed>")).ShouldBe(("a", "urn:x"));
        XmlRecords.RootOf(new("utf16.xml", Encoding.Unicode.GetBytes("\uFEFF<a/>"), default)).ShouldBe(("a", ""));
        XmlRecords.RootOf(Xml("name,country")).ShouldBeNull();
        XmlRecords.RootOf(Xml("<<")).ShouldBeNull();
    }

    [Fact]
    public void Hostile_and_broken_files_end_in_an_error_with_file_and_line()
    {
        static string Error(string text) => Should.Throw<ListFormatException>(() => All(text)).Message;
        Error("<!DOCTYPE list [<!ENTITY a 'aaaa'>]>\n<list>&a;</list>").ShouldStartWith("list.xml:1: declares a document type (DTD)");
        Error("<list>\n<entry><name>N</na").ShouldStartWith("list.xml:2: is no proper XML");
        Error("<list>" + string.Concat(Enumerable.Repeat("<a>", 100))).ShouldContain("nests elements more than 64 deep");
        Error("<list>" + string.Concat(Enumerable.Repeat("<group>", 100)) + "<a>" + new string('x', 10)).ShouldContain("list.xml:1");
        Error("<list>\n<a>" + new string('x', 100 << 20)).ShouldStartWith("list.xml:2: holds a single text");
        Error("<list><a>" + string.Concat(Enumerable.Repeat("<b/>", 1 << 19)) + "</a></list>").ShouldContain("holds a record of more than");
        Error("<list><a>\0</a></list>").ShouldStartWith("list.xml:1: is no proper XML");
        Error("").ShouldStartWith("list.xml");
    }

    [Fact]
    public void A_long_text_is_read_whole()
    {
        var text = new string('x', 100_000);
        All($"<list><a>{text}</a><b>after</b></list>").Select(r => r.Take()).ShouldBe([text, "after"]);
    }
}
