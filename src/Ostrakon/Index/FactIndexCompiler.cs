using System.Runtime.InteropServices;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>Compiles the facts that a query can be compared with: birth dates, countries, identifiers, and what the party is.</summary>
static class FactIndexCompiler
{
    public static void AddTo(SnapshotBuilder builder, IReadOnlyList<Party> parties)
    {
        var records = new FactRecord[parties.Count];
        var dates = new List<DateRecord>();
        var countries = new List<ushort>();
        var identifiers = new List<IdentifierRecord>();
        var owners = new List<KeyValue>();
        for (var p = 0; p < parties.Count; p++)
        {
            var facts = parties[p].Listings.SelectMany(l => l.Entry.Facts).ToList();
            var (firstDate, firstCountry, firstIdentifier) = (dates.Count, countries.Count, identifiers.Count);
            dates.AddRange(Dates(facts).Distinct());
            countries.AddRange(CountriesOf(facts).Distinct());
            identifiers.AddRange(IdentifiersOf(facts).Distinct());
            foreach (var identifier in identifiers.Skip(firstIdentifier)) owners.Add(new(identifier.Hash, p));
            records[p] = new(firstDate, firstCountry, firstIdentifier, (ushort)(dates.Count - firstDate), (ushort)(countries.Count - firstCountry),
                (ushort)(identifiers.Count - firstIdentifier), SchemaGroups.Of(parties[p].Schema), 0);
        }
        builder.Add<FactRecord>("facts", records);
        builder.Add<DateRecord>("facts.dates", CollectionsMarshal.AsSpan(dates));
        builder.Add<ushort>("facts.countries", CollectionsMarshal.AsSpan(countries));
        builder.Add<IdentifierRecord>("facts.ids", CollectionsMarshal.AsSpan(identifiers));
        KeyMap.Write(builder, "id", owners);
    }

    static IEnumerable<DateRecord> Dates(List<Fact> facts)
    {
        foreach (var fact in facts)
            if (fact.Property == "birthDate" && PartialDate.TryParse(fact.Value, out var date)) yield return DateRecord.Of(date);
    }

    static IEnumerable<ushort> CountriesOf(List<Fact> facts)
    {
        foreach (var fact in facts)
            if (fact.IsCountry && CountryCodes.Of(fact.Value) is var code and > 0)
                yield return code;
    }

    static IEnumerable<IdentifierRecord> IdentifiersOf(List<Fact> facts)
    {
        foreach (var fact in facts)
            if (fact.IsIdentifier && Identifiers.Normalise(fact.Value) is { Length: > 0 } value)
                yield return new(Hash.Of(value), Identifiers.KindOf(fact.Property, value));
    }
}

/// <summary>Countries as two letters in a number.</summary>
static class CountryCodes
{
    /// <summary>0 where the text names no country that is known.</summary>
    public static ushort Of(string text) => Countries.CodeOf(text) is { } code ? (ushort)(code[0] << 8 | code[1]) : (ushort)0;

    public static string Text(ushort code) => $"{(char)(code >> 8)}{(char)(code & 0xff)}";
}
