using Ostrakon.Parties;

namespace Ostrakon.Tests.Lists;

/// <summary>An entry as text: records with arrays have no equality of content, and a difference should be readable.</summary>
static class EntryText
{
    public static string Of(Entry e) => string.Join('\n',
    [
        $"{e.Id} {e.Schema} {e.ListedOn} {e.Reason} {e.StandsFor}",
        .. e.Names.Select(n => n.ToString()), .. e.Facts.Select(f => f.ToString()), .. e.Programs, .. e.Relations.Select(r => r.ToString()),
        .. e.Published.Select(p => p.ToString()),
    ]);
}
