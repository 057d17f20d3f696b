using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// The zip container of a spreadsheet. A part is read as it is unpacked, through a stream that stops a bomb: at a total size, and at
/// a stretch of markup or text longer than any real one. For one thread.
/// </summary>
sealed class SheetArchive : IDisposable
{
    /// <summary>Largest container accepted: 32 MiB; the largest published one has a tenth of it.</summary>
    public const int MaxArchiveBytes = 32 << 20;

    /// <summary>Most that a part may unpack to: 256 MiB.</summary>
    public const int MaxPartBytes = 256 << 20;

    readonly ZipArchive zip;

    public SheetArchive(ListFile file)
    {
        File = file;
        if (file.Content.Length > MaxArchiveBytes) throw Bad(0, $"is a spreadsheet of more than {MaxArchiveBytes >> 20} MiB");
        try
        {
            zip = new(MemoryMarshal.TryGetArray(file.Content, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
                : new MemoryStream(file.Content.ToArray(), writable: false));
            _ = zip.Entries.Count;
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
    }

    public ListFile File { get; }

    public static bool IsZip(ListFile file) => file.Content.Span.StartsWith("PK\x03\x04"u8);

    public bool Has(string part) => zip.GetEntry(part) is not null;

    /// <summary>Reads a part as XML without DTD or external entities.</summary>
    /// <exception cref="ListFormatException">There is no such part.</exception>
    public XmlReader Open(string part)
    {
        var entry = zip.GetEntry(part) ?? throw new ListFormatException(File.Name, 0, $"is a spreadsheet without its part {part}", "Download it again.");
        try
        {
            return XmlReader.Create(new PartStream(this, entry.Open()), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
            });
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
    }

    /// <summary>Runs a step of reading; an error of the XML becomes one of the file.</summary>
    public T Try<T>(long row, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (XmlException e)
        {
            throw new ListFormatException(File.Name, row, $"holds broken XML ({e.Message.TrimEnd('.')})", "Download it again; the list in use is kept as it is.", e);
        }
    }

    public ListFormatException Bad(long row, string reason) => new(File.Name, row, reason, XmlRecordReader.Suspicious);

    ListFormatException Broken(Exception e) => new(File.Name, 0, "is a broken or truncated zip archive", "Download it again; the list in use is kept as it is.", e);

    public void Dispose() => zip.Dispose();

    /// <summary>The unpacked bytes of a part, within bounds.</summary>
    sealed class PartStream(SheetArchive archive, Stream part) : Stream
    {
        long total;
        int stretch;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read;
            try
            {
                read = part.Read(buffer);
            }
            catch (InvalidDataException e)
            {
                throw archive.Broken(e);
            }
            total += read;
            if (total > MaxPartBytes) throw archive.Bad(0, $"unpacks to more than {MaxPartBytes >> 20} MiB");
            var last = buffer[..read].LastIndexOf((byte)'<');
            stretch = last < 0 ? stretch + read : read - last;
            if (stretch > XmlRecords.MaxStretch) throw archive.Bad(0, $"holds a single text or tag of more than {XmlRecords.MaxStretch >> 20} MiB");
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) part.Dispose();
            base.Dispose(disposing);
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
