namespace Ostrakon.Store.Keys;

/// <summary>What a key may do. Scopes do not contain each other, but for <see cref="Admin"/>, which may do everything.</summary>
[Flags]
public enum Scopes
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>See lists, parties, jobs and briefs that are kept, and the metrics.</summary>
    Read = 1,
    /// <summary>Ask: screen, compare, match, reconcile, extract, read.</summary>
    Screen = 2,
    /// <summary>Leave something behind and remove it: files of customers, documents that are kept.</summary>
    Write = 4,
    /// <summary>Change what everybody is answered with: update the lists.</summary>
    Admin = 8,
}

/// <summary>Scopes as people write them.</summary>
public static class ScopeWords
{
    /// <summary>"read, screen".</summary>
    public static string Words(this Scopes scopes) => scopes.ToString().ToLowerInvariant();
}
