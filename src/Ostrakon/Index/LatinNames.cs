using System.Text;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>
/// Which names are sounded out. A party whose list says how it is written in Latin letters is found by these; to hold Latin queries against the
/// sound of its other scripts as well costs most of the time of a query and adds only strangers (Лавров sounds much like Neverov).
/// </summary>
static class LatinNames
{
    /// <summary>Whether one of the party's names is written in Latin letters alone.</summary>
    public static bool Has(Party party) => party.Names.Any(static n => n.Kind is not NameKind.WeakAlias && IsLatin(n.Text));

    static bool IsLatin(string text)
    {
        var any = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            // Basic Latin to Latin Extended-B, and Latin Extended Additional.
            if (rune.Value is not (< 0x250 or (>= 0x1E00 and < 0x1F00))) return false;
            any = true;
        }
        return any;
    }
}
