using System.IO.Compression;
using System.Text;
using Ostrakon.Lists;

namespace Ostrakon.Tests.Lists;

public class ListFileTests
{
    static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i}\n")));

    static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }

    static ReadOnlyMemory<byte> Unpack(byte[] content) => ListFile.Unpack("list.gz", new MemoryStream(content));

    [Fact]
    public void Gzip_is_unpacked_and_anything_else_is_taken_as_it_is()
    {
        Unpack(Text).ToArray().ShouldBe(Text);
        Unpack(Gzip(Text)).ToArray().ShouldBe(Text);
        Unpack([0x1f]).ToArray().ShouldBe([0x1f]);
    }

    [Fact]
    public void Broken_gzip_is_refused_wherever_it_is_cut()
    {
        var packed = Gzip(Text);
        for (var length = 2; length < packed.Length; length += 1 + length / 7)
            Should.Throw<ListFormatException>(() => Unpack(packed[..length])).Message.ShouldStartWith("list.gz: is ");
        packed[packed.Length / 2] ^= 0x55;
        Should.Throw<ListFormatException>(() => Unpack(packed));
    }

    [Fact]
    public void A_bomb_is_stopped_at_the_limit() =>
        Should.Throw<ListFormatException>(() => Unpack(Gzip(new byte[ListFile.MaxBytes + 1]))).Message.ShouldContain("more than 256 MiB unpacked");

    [Fact]
    public void An_empty_file_is_refused() => Should.Throw<ListFormatException>(() => Unpack([])).Message.ShouldBe("list.gz: is empty. Download it again; the list in use is kept as it is.");
}
