using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Matching;
using Ostrakon.Parties;

namespace Ostrakon.Documents.Tests.Mentions;

/// <summary>A small list of public figures, and of invented ones where a test needs a trap.</summary>
static class SmallList
{
    public static Snapshot Snapshot { get; } = Compile(
        Person("35096", "Vladimir Vladimirovich Putin", "Putin", "RUSSIA-EO14024", ("country", "Russia"), ("birthDate", "1952-10-07")),
        Person("20171", "Kim Jong Un", "Kim", "DPRK3", ("country", "North Korea"), ("birthDate", "1984-01-08")),
        Person("9001", "Farid Nassour Kaltani", "Kaltani", "SDGT", ("country", "Syria"), ("birthDate", "1961-05-04")),
        Entity("9002", "Company", "Kaltani Trading LLC", "SDGT"),
        Entity("9003", "Vessel", "Meridian Reef", "IRAN"),
        Entity("9004", "Organization", "Hezbollah", "SDGT"),
        Person("9005", "Ahmed Hassan", "Hassan", "SDGT"),
        Entity("9006", "Company", "Fortune", "RUSSIA-EO14024"));

    public static Screener Screener { get; } = new(Snapshot);

    public static Snapshot Compile(params Entry[] entries)
    {
        var version = new ListVersion("us-ofac-sdn", "2024-05-03", new(2024, 5, 3), "option", DateTimeOffset.UnixEpoch, "00",
            entries.Length, entries.Sum(e => e.Names.Length), new(0, []), []);
        using var stream = new MemoryStream();
        SnapshotCompiler.Compile([(version, [.. entries])], stream);
        return Ostrakon.Index.Snapshot.FromBytes(stream.ToArray());
    }

    public static Entry Person(string id, string name, string family, string program, params (string Property, string Value)[] facts) => new()
    {
        Id = id, Schema = "Person", Programs = [program],
        Names = [new(name, NameKind.Primary, family)],
        Facts = [.. facts.Select(f => new Fact(f.Property, f.Value))],
    };

    public static Entry Entity(string id, string schema, string name, string program) => new()
    {
        Id = id, Schema = schema, Programs = [program], Names = [new(name, NameKind.Primary)],
    };
}
