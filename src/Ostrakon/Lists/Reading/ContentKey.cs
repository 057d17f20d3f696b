using System.Security.Cryptography;
using System.Text;
using Ostrakon.Names;

namespace Ostrakon.Lists.Reading;

/// <summary>An entry id for lists that number nothing, or number anew in each version: a hash of what the entry says.</summary>
static class ContentKey
{
    /// <summary>Sixteen hexadecimal digits; capitals, accents and blanks of the texts do not matter, their order does.</summary>
    public static string Of(params ReadOnlySpan<string> texts)
    {
        var content = new StringBuilder();
        foreach (var text in texts) content.Append(Folding.Fold(Blanks.Collapse(text))).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())).AsSpan(0, 8));
    }
}
