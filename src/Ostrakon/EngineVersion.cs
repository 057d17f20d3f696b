using System.Security.Cryptography;

namespace Ostrakon;

/// <summary>Which engine answers, with which configuration: the same two and the same lists give the same answers.</summary>
public static class EngineVersion
{
    static readonly Lazy<string> Hash = new(HashOfTables);

    /// <summary>The engine's version.</summary>
    public static string Engine { get; } = typeof(EngineVersion).Assembly.GetName().Version!.ToString(3);

    /// <summary>The first 16 hexadecimal digits of a hash over the matcher's weights and all tables of names.</summary>
    public static string Config => Hash.Value;

    static string HashOfTables()
    {
        var assembly = typeof(EngineVersion).Assembly;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            using var stream = assembly.GetManifestResourceStream(name)!;
            for (int read; (read = stream.Read(buffer)) > 0;) hash.AppendData(buffer.AsSpan(0, read));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
