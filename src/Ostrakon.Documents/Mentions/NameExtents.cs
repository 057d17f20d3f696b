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
        if (party.Kind == PartyKind.Government && known.As == CountryWord.Name && HeadBefore(text, start) is var owned && owned < start)
            return text.Is(owned, Cue.StateHead) ? new(Article(text, owned), end, PartyKind.Government) { Name = first, Known = known }
                : new(Front(text, owned), end, PartyKind.Organisation) { Name = first, Country = party.Country };
        var head = !text.Words[end - 1].Possessive || known.As == CountryWord.Name ? HeadsBehind(text, end) : end;
        if (head > end || known.As == CountryWord.Demonym && text.Word(end - 1).EndsWith("s", StringComparison.Ordinal)) start = Front(text, first);
        if (head == end || party.Kind == PartyKind.Government && known.As is not (CountryWord.Demonym or CountryWord.Name))
            return new(known.As is CountryWord.Demonym && party.Kind == PartyKind.Government && !text.Word(end - 1).EndsWith("s", StringComparison.Ordinal) ? first : start, end, party.Kind) { Name = first, Known = known };
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
        if (span.Kind == PartyKind.Person && (IsBody(text, first, end) || end - first == 1 && IsOrdinal(text, first - 1))) span = span with { Kind = PartyKind.Organisation };
        if (span.Kind == PartyKind.Person && end - first > 1 && text.Is(end - 1, Cue.PlaceHead) && !NameParts.IsForename(text.Words[first]) && !NameParts.IsSurname(text.Words[end - 1])
            && !text.Is(first, Cue.Title)) return new(first, end, PartyKind.Place);
        if (span.Kind == PartyKind.Person)
        {
            var name = first;
            while (name < end && (text.Is(name, Cue.Title) || Gazetteer.Longest(text.Text, text.Words, name, out _) > 0 && text.Is(name + 1, Cue.Title))) name++;
            return new(name > first ? Article(text, first) : first, end, PartyKind.Person) { Name = name };
        }
        if (span.Kind != PartyKind.Organisation) return new(first, end, span.Kind);
        while (end < text.Length && text.Is(end, Cue.OrgForm) && text.IsCapital(end) && text.Words[end].Before <= Gap.Comma) end++;
        var heads = text.Words[end - 1].Possessive ? end : HeadsBehind(text, end);
        if (heads > end) return new(Front(text, first), heads, PartyKind.Organisation) { Name = first };
        if (IsOrdinal(text, first - 1)) first--;
        return new(Article(text, first), WithUnitNumber(text, end), PartyKind.Organisation) { Name = first };
    }

    /// <summary>A people without a state, and the common noun behind it ("Kurdish fighters"); null where nobody acts.</summary>
    public static NameSpan? OfPeople(MarkedText text, int first)
    {
        var end = first;
        while (end < text.Length && text.Is(end, Cue.People) && text.IsCapital(end) && (end == first || text.Words[end].Before <= Gap.Blank)) end++;
        var heads = end > first && !text.IsCapital(end) && !text.Words[end - 1].Possessive ? HeadsBehind(text, end) : end;
        return heads > end ? new(Front(text, first), heads, PartyKind.Organisation) { Name = first } : null;
    }

    /// <summary>An office with what it is for, and its holder where one is named behind it ("US Secretary of State | John Kerry").</summary>
    public static NameSpan? OfOffice(MarkedText text, int first, Dictionary<int, NameSpan> tagged)
    {
        var title = first + Gazetteer.Longest(text.Text, text.Words, first, out _);
        if (!text.IsCapital(title) || !text.Is(title, Cue.Title) || title > first && text.Words[title].Before != Gap.Blank) return null;
        var (end, joined) = (title, false);
        for (; end < text.Length && text.Is(end, Cue.Title) && (end == title || text.Words[end].Before <= Gap.Blank); end++) joined |= text.Words[end].Shape == WordShape.Lower;
        if (!joined || !text.IsCapital(end - 1)) return null;
        for (var i = title + 1; i <= end; i++)
            if (tagged.TryGetValue(i, out var person) && person.Kind == PartyKind.Person && person.End > end && (i < end || text.Words[end].Before == Gap.Blank))
                return new(Article(text, first), person.End, PartyKind.Person) { Name = end };
        return new(Article(text, first), end, PartyKind.Person) { Name = end };
    }

    /// <summary>Where a name begins that the capitals of a headline run into ("Plan Event Details | Carolina Fernandez").</summary>
    public static int WithoutPlainWords(MarkedText text, int first, int end)
    {
        for (var name = end - 2; name > first; name--)
            if (IsPlainWord(text, name - 1)) return name;
        return first;
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

    /// <summary>The end of the common nouns behind a name that say who of it acts ("ISIL | tactical units").</summary>
    static int HeadsBehind(MarkedText text, int end)
    {
        var head = end;
        while (head - end < 2 && IsSmall(text, head) && IsHead(text, head)) head++;
        return head == end && IsSmall(text, end) && text.Is(end, Cue.Qualifier) && IsSmall(text, end + 1) && IsHead(text, end + 1) ? end + 2 : head;
    }

    static bool IsSmall(MarkedText text, int word) => word < text.Length && text.Words[word].Shape == WordShape.Lower && text.Words[word].Before <= Gap.Blank;

    /// <summary>The common noun that the name belongs to ("the | government of Iraq"); the name's own first word where there is none.</summary>
    static int HeadBefore(MarkedText text, int first) =>
        first > 1 && text.Word(first - 1) is "of" && text.Words[first].Before == Gap.Blank && text.Words[first - 1].Before == Gap.Blank && text.Is(first - 2, Cue.StateHead | Cue.GroupHead) && (text.Is(first - 2, Cue.StateHead) || !text.Is(first - 2, Cue.OrgHead)) ? first - 2 : first;

    /// <summary>The numbers and small words in front of a description of a group.</summary>
    static int Front(MarkedText text, int first)
    {
        while (first > 0 && text.Words[first].Before == Gap.Blank && (text.Words[first - 1].Shape == WordShape.Number && !IsOrdinal(text, first - 1)
            || text.Is(first - 1, Cue.Front) && (text.Words[first - 1].Shape == WordShape.Lower || text.Opens(first - 1)))) first--;
        return first;
    }

    /// <summary>"158th" in front of the name of a unit.</summary>
    static bool IsOrdinal(MarkedText text, int word) =>
        word >= 0 && text.Words[word].Shape == WordShape.Number && text.Words[word + 1].Before == Gap.Blank && char.IsAsciiLetter(text.Text[text.Words[word].End - 1]);

    /// <summary>"CTF | 50", "Task Force | 50": the number that tells a unit from the others.</summary>
    static int WithUnitNumber(MarkedText text, int end) =>
        end < text.Length && text.Words[end].Shape == WordShape.Number && text.Words[end].Before == Gap.Blank && text.Words[end].End - text.Words[end].Start <= 5
        && (text.Words[end - 1].Shape == WordShape.Upper || text.Is(end - 1, Cue.OrgHead))
        && !(IsSmall(text, end + 1) && text.Word(end + 1) is { Length: > 3 } counted && counted[^1] == 's') && !(end + 1 < text.Length && text.Words[end + 1].Before == Gap.Joined) ? end + 1 : end;

    static bool IsHead(MarkedText text, int word) => text.Is(word, Cue.GroupHead | Cue.StateHead);

    static int Article(MarkedText text, int first) =>
        first > 0 && text.Words[first].Before == Gap.Blank && text.Word(first - 1) is "the" or "The" ? first - 1 : first;
}
