using Ostrakon.Lists.Starter;

namespace Ostrakon.Lists;

/// <summary>The ids of lists: lower-case letters, digits and hyphens; <c>starter</c> is the built-in list's.</summary>
public static class ListId
{
    /// <summary>Whether a list of this id can be imported.</summary>
    public static bool IsValid(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length is > 0 and <= 64 && id != StarterList.Id && char.IsAsciiLetterOrDigit(id[0]) &&
            id.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }
}
