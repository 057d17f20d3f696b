using Ostrakon.Fuzz;
using Ostrakon.Lists;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists.Fuzz;

/// <summary>A short run over all parsers' fixtures; a million inputs: <c>dotnet run -c Release --project bench/Fuzz -- 1000000</c>.</summary>
public class ParserFuzzTests
{
    [Fact]
    public void Damaged_files_end_in_a_list_or_a_clear_error()
    {
        var fuzz = new ParserFuzz(SharedData.Fixture("lists"));
        fuzz.Seeds.ShouldBeGreaterThan(10);
        var broken = Enumerable.Range(0, 3_000).AsParallel().WithCancellation(TestContext.Current.CancellationToken).Select(fuzz.Try).Where(b => b is not null).Take(5).ToList();
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void A_gzip_bomb_stops_at_the_limit()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bomb, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 300; i++) gzip.Write(new byte[1 << 20]);
        bomb.Position = 0;
        Should.Throw<ListFormatException>(() => ListFile.Unpack("bomb.csv.gz", bomb, TestContext.Current.CancellationToken)).Message
            .ShouldStartWith("bomb.csv.gz: holds more than 256 MiB unpacked");
    }
}
