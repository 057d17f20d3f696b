namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>One number that the judge looks at. Immutable.</summary>
/// <param name="Name">Its name, as it stands in the weights file.</param>
/// <param name="Of">Reads it off a block.</param>
sealed record Feature(string Name, Func<BlockView, float> Of);
