using System.Runtime.CompilerServices;

namespace Ostrakon.Documents.Text;

/// <summary>Hashes of features. The models hold these hashes: any change here asks for new training.</summary>
static class Feature
{
    const ulong First = 0x9E3779B97F4A7C15, Second = 0xC2B2AE3D27D4EB4F, Third = 0x165667B19E3779F9;

    /// <summary>The hash of a template with up to three values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(int template, ulong a, ulong b = 0, ulong c = 0)
    {
        var h = (a + (ulong)template * Third) * First;
        h = (h ^ (h >> 29) ^ b) * Second;
        h = (h ^ (h >> 32) ^ c) * Third;
        return h ^ (h >> 31);
    }

    /// <summary>The hash of a word; case does not count, and all digits are one.</summary>
    public static ulong Word(ReadOnlySpan<char> word)
    {
        var h = Third;
        foreach (var c in word) h = (h ^ Fold(c)) * First;
        return h ^ (h >> 32);
    }

    static char Fold(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        >= '0' and <= '9' => '0',
        '’' or '‘' => '\'',
        '“' or '”' => '"',
        < (char)128 => c,
        _ => char.ToLowerInvariant(c),
    };
}
