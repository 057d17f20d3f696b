using Ostrakon.Matching;

namespace Ostrakon.Server.Files;

/// <summary>A row of a batch: a query, or what is wrong with it.</summary>
/// <param name="Id">The row's own id, else its number.</param>
/// <param name="InputRow">Counted from 1, without the header.</param>
/// <param name="Query">The query; null for a bad row.</param>
/// <param name="Error">What is wrong; null for a good row.</param>
sealed record BatchRow(string Id, int InputRow, Query? Query, string? Error);
