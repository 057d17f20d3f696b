using System.Text.Json;

namespace Ostrakon.Documents.Web;

/// <summary>
/// The fetched bytes, kept as evidence in a folder of their own: <c>SHA256</c> is the body as it came, and <c>SHA256.json</c> says in a line a fetch which
/// address answered with it and when. The name proves the content; a body that is there already is not written again. Safe for any number of processes.
/// </summary>
/// <param name="folder">The folder; created with mode 0700 where it does not exist.</param>
public sealed class KeptPages(string folder)
{
    /// <summary>The folder of kept pages in a data folder.</summary>
    /// <param name="data">The path of the data folder.</param>
    public static KeptPages In(string data) => new(Path.Combine(data, "fetched"));

    /// <summary>Keeps a page, and returns the path of its bytes.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string Keep(WebPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = Path.Combine(folder, page.Sha256);
        if (!File.Exists(path))
        {
            var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
            try
            {
                using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
                {
                    file.Write(page.Bytes.Span);
                    file.Flush(flushToDisk: true);
                }
                File.Move(temporary, path, overwrite: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }
        // One write in append mode: lines of two processes do not mix.
        using (var log = new FileStream(path + ".json", FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)) log.Write(Line(page));
        return path;
    }

    static byte[] Line(WebPage page)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory)) page.Write(json);
        memory.WriteByte((byte)'\n');
        return memory.ToArray();
    }
}
