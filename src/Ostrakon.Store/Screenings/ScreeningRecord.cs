using System.Globalization;
using System.Security.Cryptography;

namespace Ostrakon.Store.Screenings;

/// <summary>One question with its answer, as the log keeps it. Immutable.</summary>
/// <param name="Id">See <see cref="RecordId"/>.</param>
/// <param name="At">When it was answered.</param>
/// <param name="AskedBy">The id of the key that asked; null on a server without keys.</param>
/// <param name="Via">Through which interface: <c>/v1/screen</c>, <c>/match</c> ...</param>
/// <param name="Query">What was asked, as JSON.</param>
/// <param name="Options">How, as JSON.</param>
/// <param name="Total">Hits at or above the threshold.</param>
/// <param name="Hits">Those that were returned, as JSON: <c>[{"party","score"}]</c>.</param>
/// <param name="Answer">SHA-256 of the whole answer as <c>/v1/screen</c> writes it.</param>
/// <param name="Versions">What answered.</param>
public sealed record ScreeningRecord(
    string Id, DateTimeOffset At, string? AskedBy, string Via, string Query, string Options, int Total, string Hits, string Answer, AnswerVersions Versions);

/// <summary>Ids of records: 12 hexadecimal digits of the time in milliseconds, so that later ones sort behind earlier ones, and 20 random ones.</summary>
public static class RecordId
{
    /// <summary>A new one.</summary>
    public static string New(DateTimeOffset now) => From(now) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    /// <summary>What all ids from this moment on sort behind.</summary>
    public static string From(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture);
}
