namespace Ostrakon.Parties;

/// <summary>What a list says a written name is.</summary>
public enum NameKind : byte
{
    /// <summary>The name under which the list enters the party.</summary>
    Primary,
    /// <summary>A good-quality alias ("a.k.a.", UN quality Good).</summary>
    Alias,
    /// <summary>A weak alias: too common or too vague to identify the party by itself (OFAC "weak AKA", UN quality Low).</summary>
    WeakAlias,
    /// <summary>A name that the party no longer uses ("f.k.a.").</summary>
    Former,
    /// <summary>The name in the script of the party's own language.</summary>
    OriginalScript,
}
