using System.Collections.Immutable;

namespace Ostrakon.Server.Roster;

/// <summary>A party in brief: what it is listed and filtered by. Immutable.</summary>
/// <param name="Number">Its number in the snapshot.</param>
/// <param name="Id">Its id.</param>
/// <param name="Caption">Its primary name.</param>
/// <param name="Schema">FollowTheMoney schema.</param>
/// <param name="Lists">The lists it stands on.</param>
/// <param name="Countries">Two-letter codes in lower case.</param>
/// <param name="Topics">Why one watches it: "sanction", "debarment" ...</param>
/// <param name="ListedOn">The earliest day on which it was listed; null where no list says the day.</param>
/// <param name="Fetched">When the latest of the list versions that it stands on was imported.</param>
/// <param name="Text">Its folded names and identifiers, a line each, with a blank before every word.</param>
/// <param name="StatedBy">The numbers of other parties whose entries state a link with it.</param>
sealed record RosterEntry(
    int Number, string Id, string Caption, string Schema, ImmutableArray<string> Lists, ImmutableArray<string> Countries, ImmutableArray<string> Topics,
    string? ListedOn, DateTimeOffset Fetched, string Text, ImmutableArray<int> StatedBy);
