using System.Text;
using Ostrakon.Server.Files;

namespace Ostrakon.Server.Tests.Files;

public sealed class BatchFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("ostrakon-batch-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    List<BatchRow> Rows(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        using var file = BatchFile.Open(path);
        return [.. file.Rows(Cancel)];
    }

    List<BatchRow> Csv(string text) => Rows("in.csv", Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Finds_the_delimiter_and_takes_columns_in_any_order(string d)
    {
        var row = Csv($"country{d}NAME{d}extra{d}id{d}birthDate\nDE|FR{d}Ilse Marrow{d}x{d}77{d}1960-05|1961\n").ShouldHaveSingleItem();
        row.Id.ShouldBe("77");
        row.Query!.Names.ShouldBe(["Ilse Marrow"]);
        row.Query.Countries.ShouldBe(["DE", "FR"]);
        row.Query.BirthDates.ShouldBe(["1960-05", "1961"]);
    }

    [Fact]
    public void Reads_windows_1252_and_utf_16()
    {
        const string text = "name\nJosé Müller\n";
        Rows("a.csv", Encoding.Latin1.GetBytes(text))[0].Query!.Names[0].ShouldBe("José Müller");
        Rows("b.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)])[0].Query!.Names[0].ShouldBe("José Müller");
        Rows("c.csv", Encoding.Unicode.GetBytes(text))[0].Query!.Names[0].ShouldBe("José Müller");
        Rows("d.csv", Encoding.BigEndianUnicode.GetBytes(text))[0].Query!.Names[0].ShouldBe("José Müller");
    }

    [Fact]
    public void Bad_rows_are_answered_and_the_rest_goes_on()
    {
        var rows = Csv("id,name,birthDate,schema\n1,,1990,\n2,Ana Petrel,07/05/1991,\n3,Ana Petrel,1991,Robot\n,Ana Petrel,1991,person\n");
        rows.Select(r => r.Error).ShouldBe(["no name", "bad date '07/05/1991' (write YYYY, YYYY-MM or YYYY-MM-DD)",
            "unknown schema 'Robot' (known: Person, Organization, Company, LegalEntity, Vessel, Airplane, CryptoWallet)", null]);
        rows[3].Id.ShouldBe("4");
        rows[3].Query!.Schema.ShouldBe("Person");
    }

    [Fact]
    public void A_broken_byte_spoils_only_its_own_row()
    {
        byte[] content = [.. "name\nJosé\n"u8, .. "Bro"u8, 0xE9, .. "ken\n"u8, .. "Müller\nŠimek\n"u8];
        Rows("in.csv", content).Select(r => r.Error).ShouldBe([null, "broken encoding in the name", null, null]);
    }

    [Fact]
    public void Json_lines_take_strings_and_arrays()
    {
        var rows = Rows("in.jsonl", "{\"id\":5,\"name\":[\"A B\",\"C D\"],\"country\":\"KP\"}\nnonsense\n[1]\n{\"name\":\"\\ud800\"}\n\n{\"name\":\"E\"}"u8.ToArray());
        rows[0].Id.ShouldBe("5");
        rows[0].Query!.Names.ShouldBe(["A B", "C D"]);
        rows[1].Error.ShouldNotBeNull().ShouldStartWith("is no JSON");
        rows[2].Error.ShouldBe("is no JSON object");
        rows[3].Error.ShouldNotBeNull();
        rows[4].Query!.Names.ShouldBe(["E"]);
    }

    [Fact]
    public void A_file_without_names_is_refused()
    {
        Should.Throw<InvalidDataException>(() => Csv("title;year\nx;1\n")).Message.ShouldContain("no column 'name'");
        Should.Throw<InvalidDataException>(() => Csv("")).Message.ShouldContain("is empty");
        Should.Throw<InvalidDataException>(() => Csv("name\n\"" + new string('x', 3 << 20))).Message.ShouldContain("longer than");
    }

    [Fact]
    public async Task Results_come_in_order_however_long_each_takes()
    {
        var taken = new List<int>();
        await OrderedWork.RunAsync(Enumerable.Range(0, 1000), i => { Thread.SpinWait(i % 7 * 1000); return i; }, taken.Add, 8, Cancel);
        taken.ShouldBe(Enumerable.Range(0, 1000));
    }

    [Fact]
    public async Task A_fault_in_the_work_reaches_the_caller() =>
        await Should.ThrowAsync<InvalidOperationException>(() =>
            OrderedWork.RunAsync(Enumerable.Range(0, 100), i => i == 50 ? throw new InvalidOperationException() : i, _ => { }, 4, Cancel));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("plain", "plain")]
    public void Formulas_are_defused(string value, string expected) => CsvLine.Defused(value).ShouldBe(expected);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
