using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>Whether a fact of the query and of the party agree.</summary>
enum FactState : byte { Missing, Agrees, Contradicts }

/// <summary>How two birth dates relate, the better the smaller.</summary>
enum DateRelation : byte { SameDay, SameYear, Close, Swapped, OneYearOff, OtherDay, OtherYear, None }

/// <summary>The facts of a query against those of a party.</summary>
/// <param name="Birth">The best of all pairs of birth dates.</param>
/// <param name="Country">Whether the sets of countries meet.</param>
/// <param name="Identifier">Whether an identifier is shared, or a ship's hull number is another one.</param>
/// <param name="Kind">What the shared identifier proves.</param>
/// <param name="Schema">Whether both can be the same kind of party.</param>
readonly record struct FactAgreement(DateRelation Birth, FactState Country, FactState Identifier, IdentifierKind Kind, FactState Schema)
{
    public static FactAgreement Of(QueryFacts query, in FactIndex facts, int party) => new(
        BirthOf(query.BirthDates, facts.BirthDates(party)),
        CountryOf(query.Countries, facts.Countries(party)),
        IdentifierOf(query, facts.Identifiers(party), out var kind), kind,
        SchemaOf(query.Schema, facts.Schema(party)));

    /// <summary>What the facts add to the score of the name, or take from it.</summary>
    public float Share(FactWeights weights) => BirthShare(weights) + CountryShare(weights) + SchemaShare(weights);

    /// <summary>The score of a name with these facts.</summary>
    /// <param name="name">The score of the name alone.</param>
    /// <param name="weakAlias">Whether the name is a weak alias.</param>
    /// <param name="weights">The matcher's numbers.</param>
    public float Whole(float name, bool weakAlias, FactWeights weights)
    {
        var score = Math.Clamp(name + Share(weights) + (weakAlias && !Supports ? weights.WeakAlias : 0), 0, 1);
        return Identifier switch
        {
            FactState.Contradicts => Math.Max(score + weights.OtherHullNumber, 0),
            FactState.Missing => score,
            _ when Kind != IdentifierKind.Issued => Math.Max(score, weights.UniqueIdentifier),
            _ => Math.Max(score, name >= 0.5 ? weights.IssuedIdentifier : weights.IssuedIdentifierAlone),
        };
    }

    public float BirthShare(FactWeights weights) => Birth switch
    {
        DateRelation.SameDay => weights.BirthDay,
        DateRelation.SameYear or DateRelation.Close => weights.BirthYear,
        DateRelation.Swapped => weights.BirthSwapped,
        DateRelation.OneYearOff => weights.BirthOneYearOff,
        DateRelation.OtherDay => weights.BirthOtherDay,
        DateRelation.OtherYear => weights.BirthOtherYear,
        _ => 0,
    };

    public float CountryShare(FactWeights weights) =>
        Country switch { FactState.Agrees => weights.Country, FactState.Contradicts => weights.OtherCountry, _ => 0 };

    public float SchemaShare(FactWeights weights) => Schema == FactState.Contradicts ? weights.OtherSchema : 0;

    /// <summary>Whether any fact speaks for the party, which a weak alias needs.</summary>
    public bool Supports => Birth is DateRelation.SameDay or DateRelation.SameYear or DateRelation.Close
        || Country == FactState.Agrees || Identifier == FactState.Agrees;

    static DateRelation BirthOf(PartialDate[] query, ReadOnlySpan<DateRecord> party)
    {
        var best = DateRelation.None;
        foreach (var mine in query)
            foreach (var theirs in party)
                if (Relate(mine, theirs.Date) is var relation && relation < best) best = relation;
        return best;
    }

    /// <summary>How two dates relate; a date that is not known to the day agrees at most by year.</summary>
    public static DateRelation Relate(PartialDate a, PartialDate b)
    {
        var days = a.From == a.To && b.From == b.To;
        if (days && a.From == b.From) return DateRelation.SameDay;
        if (!days && a.From <= b.To && b.From <= a.To) return DateRelation.SameYear;
        if (a.Overlaps(b)) return DateRelation.Close;
        if (days && Swapped(a.From, b.From)) return DateRelation.Swapped;
        var years = a.From > b.To ? a.From.Year - b.To.Year : b.From.Year - a.To.Year;
        return years switch
        {
            <= 0 => DateRelation.OtherDay,
            1 => DateRelation.OneYearOff,
            _ => DateRelation.OtherYear,
        };
    }

    /// <summary>Day and month exchanged, or one of day, month and year mistyped with the others right.</summary>
    static bool Swapped(DateOnly a, DateOnly b)
    {
        if (a.Year == b.Year) return (a.Day == b.Month && a.Month == b.Day) || a.Day == b.Day || a.Month == b.Month;
        return a.Day == b.Day && a.Month == b.Month && OneSlip(a.Year, b.Year);
    }

    static bool OneSlip(int a, int b)
    {
        var differing = 0;
        for (var (x, y) = (a, b); x > 0; (x, y) = (x / 10, y / 10)) differing += x % 10 != y % 10 ? 1 : 0;
        return differing == 1 || (differing == 2 && a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10);
    }

    static FactState CountryOf(ushort[] query, ReadOnlySpan<ushort> party)
    {
        if (query.Length == 0 || party.IsEmpty) return FactState.Missing;
        return party.IndexOfAny(query) >= 0 ? FactState.Agrees : FactState.Contradicts;
    }

    static FactState IdentifierOf(QueryFacts query, ReadOnlySpan<IdentifierRecord> party, out IdentifierKind kind)
    {
        kind = default;
        var (mine, theirs) = (false, false);
        var state = FactState.Missing;
        foreach (var (hash, text) in query.Identifiers)
        {
            mine |= Identifiers.IsImo(text);
            foreach (var identifier in party)
            {
                theirs |= identifier.Kind == IdentifierKind.Imo;
                if (identifier.Hash != hash) continue;
                state = FactState.Agrees;
                if (identifier.Kind > kind) kind = identifier.Kind;
            }
        }
        return state == FactState.Missing && mine && theirs ? FactState.Contradicts : state;
    }

    public static FactState SchemaOf(SchemaGroup query, SchemaGroup party) =>
        query == SchemaGroup.Any || party == SchemaGroup.Any ? FactState.Missing
        : query == party ? FactState.Agrees : FactState.Contradicts;
}
