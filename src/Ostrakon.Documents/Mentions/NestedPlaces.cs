namespace Ostrakon.Documents.Mentions;

/// <summary>The places inside the names of bodies: "the High Court of Australia" names Australia, too. Pure.</summary>
static class NestedPlaces
{
    /// <summary>Adds the places inside a span right behind it.</summary>
    public static void Add(MarkedText text, List<NameSpan> spans, int at)
    {
        var span = spans[at];
        if (span.Kind != PartyKind.Organisation || span.IsListed || span.Known is not null || span.Count < 2) return;
        for (var i = span.First; i < span.End;)
        {
            var length = Gazetteer.Longest(text.Text, text.Words, i, out var name);
            if (length > 0 && name!.As is CountryWord.Demonym or CountryWord.Seat) length = 0;
            if (length == 0) length = Places.Longest(text.Words, i);
            if (length > 0 && length < span.Count && i + length <= span.End) spans.Insert(++at, new(i, i + length, PartyKind.Place) { Country = name?.Party.Country });
            i += Math.Max(1, length);
        }
    }
}
