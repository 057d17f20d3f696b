namespace Ostrakon.Server.Records;

/// <summary>Compares lines that are written to it with those of a text, and keeps none of them. For one thread.</summary>
sealed class LineComparison(StreamReader expected) : Stream
{
    readonly MemoryStream line = new();
    int number, first;

    /// <summary>The number of the first line that differs, from 1; null where none does.</summary>
    public int? FirstDifference()
    {
        if (first == 0 && (line.Length > 0 || expected.ReadLine() is not null)) first = number + 1;
        return first == 0 ? null : first;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (int end; first == 0 && (end = buffer.IndexOf((byte)'\n')) >= 0; buffer = buffer[(end + 1)..])
        {
            line.Write(buffer[..end]);
            number++;
            if (System.Text.Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length) != expected.ReadLine()) first = number;
            line.SetLength(0);
        }
        if (first == 0) line.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
