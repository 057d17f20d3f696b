using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>
/// How far a span reaches beyond the capitals of its name: the article in front, and the common noun behind that says who of a state
/// or a body acts ("the Iraqi army", "ISIL fighters"). Titles in capitals belong to the span, but not to the name.
/// </summary>
static class NameExtents
{
    public static NameSpan OfKnown(MarkedText text, int first, int end, KnownName known)
    {
        var party = known.Party;
        var start = Article(text, first);
        var head = end;
        if (!text.Words[end - 1].Possessive || known.As == CountryWord.Name)
            while (head < text.Length && head - end < 2 && text.Words[head].Shape == WordShape.Lower && text.Words[head].Before <= Gap.Blank && IsHead(text, head)) head++;
        if (head == end || party.Kind == PartyKind.Government && known.As is not (CountryWord.Demonym or CountryWord.Name))
            return new(known.As is CountryWord.Demonym && party.Kind == PartyKind.Government ? first : start, end, party.Kind) { Name = first, Known = known };
        if (party.Kind == PartyKind.Government && text.Is(head - 1, Cue.StateHead)) return new(start, head, PartyKind.Government) { Name = first, Known = known };
        return new(start, head, PartyKind.Organisation) { Name = first, Country = party.Country };
    }

    public static NameSpan OfTagged(MarkedText text, NameSpan span)
    {
        var (first, end) = (span.First, span.End);
        while (first < end - 1 && text.Is(first, Cue.Opener) && !text.Is(first, Cue.Title) && (text.Opens(first) || span.Kind == PartyKind.Person)) first++;
        if (NameRuns.IsVessel(text, first, end)) return new(first, NameRuns.WithNumber(text, end), PartyKind.Vessel);
        // "Hwang Mi-sook": the second syllable of a given name is written small, but "Nairobi-based" is no name.
        while (span.Kind == PartyKind.Person && end < text.Length && text.Words[end].Before == Gap.Joined && text.Words[end].Shape == WordShape.Lower && IsSyllable(text, end)) end++;
        if (span.Kind == PartyKind.Person && end < text.Length && text.Words[end].Before <= Gap.Comma && text.Word(end) is "Jr" or "Sr" or "JR" or "SR") end++;
        // "Oriole Crest | Shipping": the words of a person's name in front of the noun of a body.
        var nouns = end;
        while (span.Kind == PartyKind.Person && nouns < text.Length && text.Words[nouns].Before == Gap.Blank && text.IsCapital(nouns) && text.Is(nouns, Cue.OrgForm | Cue.OrgHead) && !text.Is(nouns, Cue.StateHead)
            && !text.Words[nouns - 1].Possessive) nouns++;
        if (nouns > end) (end, span) = (nouns, span with { Kind = PartyKind.Organisation });
        if (span.Kind == PartyKind.Person && IsBody(text, first, end)) span = span with { Kind = PartyKind.Organisation };
        if (span.Kind == PartyKind.Person)
        {
            var name = first;
            while (name < end && (text.Is(name, Cue.Title) || Gazetteer.Longest(text.Text, text.Words, name, out _) > 0 && text.Is(name + 1, Cue.Title))) name++;
            return new(name > first ? Article(text, first) : first, end, PartyKind.Person) { Name = name };
        }
        if (span.Kind != PartyKind.Organisation) return new(first, end, span.Kind);
        while (end < text.Length && text.Is(end, Cue.OrgForm) && text.IsCapital(end) && text.Words[end].Before <= Gap.Comma) end++;
        while (end < text.Length && end - span.End < 2 && !text.Words[end - 1].Possessive && text.Words[end].Shape == WordShape.Lower && text.Words[end].Before <= Gap.Blank && IsHead(text, end)) end++;
        return new(Article(text, first), end, PartyKind.Organisation) { Name = first };
    }

    /// <summary>Where a name begins that the capitals of a headline run into ("Plan Event Details | Carolina Fernandez").</summary>
    public static int WithoutPlainWords(MarkedText text, int first, int end)
    {
        var name = first;
        while (name < end - 2 && IsPlainWord(text, name)) name++;
        return name;
    }

    /// <summary>A word of the language that is no title, forename or noun of organisations.</summary>
    public static bool IsPlainWord(MarkedText text, int word) =>
        !text.Is(word, Cue.Title | Cue.OrgHead | Cue.OrgForm | Cue.PlaceHead | Cue.PlaceFront | Cue.Particle)
        && !NameParts.IsPart(text.Words[word].Key) && CommonWords.Has(text.Word(word));

    /// <summary>A name that ends with the noun of a body and begins with no title or forename ("Amnesty International").</summary>
    static bool IsBody(MarkedText text, int first, int end) =>
        end - first > 1 && text.Is(end - 1, Cue.OrgHead | Cue.OrgForm) && !NameParts.IsForename(text.Words[first]) && !NameParts.IsSurname(text.Words[end - 1])
        && !Enumerable.Range(first, end - first).Any(i => text.Is(i, Cue.Title));

    /// <summary>A short part of a name behind a hyphen that is no word of the language.</summary>
    static bool IsSyllable(MarkedText text, int word) =>
        text.Words[word].End - text.Words[word].Start <= 6 && text.Text[text.Words[word].Start - 1] is '-' or '‐' or '‑' && !CommonWords.Has(text.Word(word));

    static bool IsHead(MarkedText text, int word) => text.Is(word, Cue.GroupHead | Cue.StateHead);

    static int Article(MarkedText text, int first) =>
        first > 0 && text.Words[first].Before == Gap.Blank && text.Word(first - 1) is "the" or "The" ? first - 1 : first;
}
