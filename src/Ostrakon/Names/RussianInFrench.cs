using System.Buffers;

namespace Ostrakon.Names;

/// <summary>Russian and Ukrainian names as French newspapers and passports write them ("Evgueni Prigojine", "Kourtchenko"), in the English way.</summary>
static class RussianInFrench
{
    const int ShortestWord = 5;

    static readonly SearchValues<string> Traits = SearchValues.Create(["gue", "gui", "tch", "ou", "j", "ine"], StringComparison.Ordinal);
    static readonly string[] Endings = ["ine", "ov", "ova", "ev", "eva", "off", "eff", "ski", "skaia", "enko", "tch", "guei", "ueni", "iouri", "adi"];

    /// <summary>The folded word in the English way; null where nothing in it looks like it.</summary>
    public static string? Of(string word)
    {
        if (word.Length < ShortestWord || !word.AsSpan().ContainsAny(Traits) || !Array.Exists(Endings, e => word.EndsWith(e, StringComparison.Ordinal))) return null;
        // A ch by itself is an English sh, and what was written tch is then the only ch.
        var written = word.Replace("tch", "$", StringComparison.Ordinal).Replace("ch", "sh", StringComparison.Ordinal).Replace("$", "ch", StringComparison.Ordinal)
            .Replace("iou", "yu", StringComparison.Ordinal).Replace("ou", "u", StringComparison.Ordinal).Replace("j", "zh", StringComparison.Ordinal)
            .Replace("gue", "ge", StringComparison.Ordinal).Replace("gui", "gi", StringComparison.Ordinal);
        written = written.EndsWith("ine", StringComparison.Ordinal) ? written[..^1] : written.EndsWith("ff", StringComparison.Ordinal) ? written[..^2] + "v" : written;
        return written == word ? null : written;
    }
}
