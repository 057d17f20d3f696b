using System.Text;

namespace Ostrakon.Server.Files;

/// <summary>A result file that appears under its name only when it is whole: a run that dies leaves the old one. For one thread.</summary>
sealed class OutputFile : IDisposable
{
    readonly string path, temporary;
    StreamWriter? text;
    bool kept;

    public OutputFile(string path)
    {
        this.path = path;
        temporary = path + ".part";
        Stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
    }

    public FileStream Stream { get; }

    /// <summary>The file as text, UTF-8.</summary>
    public StreamWriter Text => text ??= new StreamWriter(Stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);

    /// <summary>Gives the file its name.</summary>
    public void Keep()
    {
        text?.Flush();
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(temporary, path, overwrite: true);
        kept = true;
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!kept) File.Delete(temporary);
    }
}
