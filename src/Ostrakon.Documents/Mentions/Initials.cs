using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>Initial letters that a text introduces: "Korea Mining Development Trading Corporation (KOMID)". Pure.</summary>
static class Initials
{
    /// <summary>The key of the initials in brackets right behind a name; null where none stand there.</summary>
    public static ulong? Behind(MarkedText text, NameSpan name)
    {
        if (name.Kind is PartyKind.Person or PartyKind.Place || name.End - name.Name < 2 || name.End >= text.Length) return null;
        var word = text.Words[name.End];
        var bracketed = word.Shape is WordShape.Upper or WordShape.Mixed && word.Start > 0 && text.Text[word.Start - 1] == '(' && word.End < text.Text.Length && text.Text[word.End] == ')';
        return bracketed && AreOf(text.Word(name.End), text.Span(name.Name, name.End)) ? word.Key : null;
    }

    /// <summary>Whether the letters begin with the name's first and stand in it in this order.</summary>
    static bool AreOf(ReadOnlySpan<char> letters, ReadOnlySpan<char> name)
    {
        if (char.ToUpperInvariant(letters[0]) != char.ToUpperInvariant(name[0])) return false;
        var at = 0;
        foreach (var c in name)
            if (at < letters.Length && char.ToUpperInvariant(c) == char.ToUpperInvariant(letters[at])) at++;
        return at == letters.Length;
    }
}
