namespace Ostrakon.Documents.Sources;

/// <summary>Reads a stream whose length nobody vouches for. Stateless.</summary>
static class BoundedBytes
{
    /// <summary>All bytes of a stream; null where there are more than allowed.</summary>
    public static byte[]? Read(Stream stream, int most)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (memory.Length + read > most) return null;
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }
}
