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
            var (firstDate, firstCountry, firstIdentifier) = (dates.Count, countries.Count, identifiers.Count);
            foreach (var listing in parties[p].Listings)
                foreach (var fact in listing.Entry.Facts)
                {
                    if (fact.Property == "birthDate" && PartialDate.TryParse(fact.Value, out var date)) AddOnce(dates, firstDate, DateRecord.Of(date));
                    if (fact.IsCountry && CountryCodes.Of(fact.Value) is var code and > 0) AddOnce(countries, firstCountry, code);
                    if (fact.IsIdentifier && Identifiers.Normalise(fact.Value) is { Length: > 0 } value)
                        AddOnce(identifiers, firstIdentifier, new(Hash.Of(value), Identifiers.KindOf(fact.Property, value)));
                }
            for (var i = firstIdentifier; i < identifiers.Count; i++) owners.Add(new(identifiers[i].Hash, p));
            records[p] = new(firstDate, firstCountry, firstIdentifier, (ushort)(dates.Count - firstDate), (ushort)(countries.Count - firstCountry),
                (ushort)(identifiers.Count - firstIdentifier), SchemaGroups.Of(parties[p].Schema), 0);
        }
        builder.Add("facts", records);
        builder.Add("facts.dates", dates);
        builder.Add("facts.countries", countries);
        builder.Add("facts.ids", identifiers);
        KeyMap.Write(builder, "id", owners);
    }

    /// <summary>Adds what the party does not have yet.</summary>
    static void AddOnce<T>(List<T> all, int first, T item) where T : IEquatable<T>
    {
        if (!CollectionsMarshal.AsSpan(all)[first..].Contains(item)) all.Add(item);
    }
}

/// <summary>Countries as two letters in a number.</summary>
static class CountryCodes
{
    /// <summary>0 where the text names no country that is known.</summary>
    public static ushort Of(string text) => Countries.CodeOf(text) is { } code ? (ushort)(code[0] << 8 | code[1]) : (ushort)0;

    public static string Text(ushort code) => $"{(char)(code >> 8)}{(char)(code & 0xff)}";
}
