using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Ostrakon.Index;

/// <summary>Half of the SHA-256 of texts: what has an equal one is equal, also where somebody tries to have it otherwise. For one thread.</summary>
sealed class Fingerprint
{
    readonly ArrayBufferWriter<byte> bytes = new(256);

    /// <summary>Adds a text; where one ends and the next begins counts.</summary>
    public Fingerprint Add(ReadOnlySpan<char> text)
    {
        Add(text.Length);
        Encoding.UTF8.GetBytes(text, bytes);
        return this;
    }

    /// <summary>Adds a number.</summary>
    public Fingerprint Add(int number)
    {
        MemoryMarshal.Write(bytes.GetSpan(sizeof(int)), number);
        bytes.Advance(sizeof(int));
        return this;
    }

    /// <summary>The fingerprint of all that was added; the next one begins with nothing.</summary>
    public UInt128 Take()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.WrittenSpan, hash);
        bytes.ResetWrittenCount();
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
