using Ostrakon.Lists;
using Ostrakon.Lists.Deltas;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists.Deltas;

public class ListDeltaTests
{
    static readonly Entry Ann = new()
    {
        Id = "1", Schema = "Person", Programs = ["P", "Q"], ListedOn = "2024-01-01",
        Names = [new("Ann Example", NameKind.Primary), new("Annie", NameKind.WeakAlias), new("A. Other", NameKind.Alias)],
        Facts = [new("birthDate", "1960"), new("passportNumber", "A1", "Passport", "Iran", "expired")],
        Published = [new("Remarks", "DOB 1960.")],
    };

    [Fact]
    public void Fields_show_what_is_gone_and_what_is_new()
    {
        var now = Ann with
        {
            Schema = "LegalEntity", Programs = ["Q", "R"], Reason = "because", Published = [new("Remarks", "DOB 1961.")],
            Names = [new("Ann Example", NameKind.Primary), new("Annie", NameKind.Alias), new("A. Other", NameKind.Alias)],
            Facts = [new("birthDate", "1961"), new("passportNumber", "A1", "Passport", "Iran", "lost")],
            Relations = [new("linked-to", "Bob")],
        };
        var change = ListDelta.Between([Ann], [now]).Changed.Single();
        change.Fields.Select(f => $"{f.Name}: {string.Join(", ", f.Old)} > {string.Join(", ", f.New)}").ShouldBe(
        [
            "schema: Person > LegalEntity",
            "weakAlias: Annie > ",
            "alias:  > Annie",
            "birthDate: 1960 > 1961",
            "passportNumber: A1 (Passport; Iran; expired) > A1 (Passport; Iran; lost)",
            "program: P > R",
            "published:Remarks: DOB 1960. > DOB 1961.",
            "reason:  > because",
            "relation:  > linked-to Bob",
        ]);
    }

    [Fact]
    public void The_order_of_values_and_entries_is_no_difference()
    {
        var bob = Ann with { Id = "2" };
        var delta = ListDelta.Between([Ann, bob], [bob, Ann with { Programs = ["Q", "P"], Names = [Ann.Names[0], Ann.Names[2], Ann.Names[1]] }]);
        (delta.Added.Length, delta.Removed.Length, delta.Changed.Length).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void A_value_that_stands_twice_and_then_once_is_a_difference() =>
        ListDelta.Between([Ann with { Programs = ["P", "P"] }], [Ann with { Programs = ["P"] }]).Changed.Single().Fields.Single().Old.ShouldBe(["P"]);

    [Fact]
    public void The_snapback_of_September_2025_returned_121_Iranian_entries()
    {
        var delta = Between("un-sc", "data/lists/un/history/un_consolidated_2025-06.xml.gz", "data/lists/un/history/un_consolidated_2026-01.xml.gz");
        delta.Added.Count(e => e.Id.StartsWith("IR", StringComparison.Ordinal)).ShouldBe(121);
    }

    [Fact]
    public void The_action_of_23_February_2024_added_553_entries_net()
    {
        var delta = Between("us-ofac-sdn", "data/lists/ofac/history/sdn_2024-02-20.csv.gz", "data/lists/ofac/history/sdn_2024-02-23.csv.gz");
        (delta.Added.Length - delta.Removed.Length).ShouldBe(553);
        delta.Added.Count(static e => e.Programs.Contains("RUSSIA-EO14024")).ShouldBeGreaterThan(450);
        TestContext.Current.TestOutputHelper?.WriteLine($"+{delta.Added.Length} -{delta.Removed.Length} ~{delta.Changed.Length}");
    }

    /// <summary>Each delta, applied to the version before, gives exactly the entries of the version after: over the whole published series.</summary>
    [Theory]
    [InlineData("us-ofac-sdn", "ofac/history/sdn_2024-02-20.csv.gz", 8)]
    [InlineData("un-sc", "un/history/un_consolidated_2025-06.xml.gz", 4)]
    public void Deltas_over_the_history_leave_nothing_out(string list, string one, int atLeast)
    {
        var files = Directory.GetFiles(Path.GetDirectoryName(SharedData.File($"data/lists/{one}"))!).Order(StringComparer.Ordinal).ToList();
        files.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        Dictionary<string, Entry> Read(string path) => ListFormats.Parse(new(list, [ListFile.Read(path)])).Entries.ToDictionary(e => e.Id);
        var before = Read(files[0]);
        foreach (var file in files.Skip(1))
        {
            var after = Read(file);
            var delta = ListDelta.Between([.. before.Values], [.. after.Values]);
            delta.Removed.Select(e => e.Id).ShouldBe(before.Keys.Except(after.Keys), ignoreOrder: true, file);
            delta.Added.Select(e => e.Id).ShouldBe(after.Keys.Except(before.Keys), ignoreOrder: true, file);
            // What is not called changed is the same text, whatever the order of its values.
            var changed = delta.Changed.Select(c => c.New.Id).ToHashSet();
            var unlike = before.Keys.Intersect(after.Keys).Where(id => !changed.Contains(id) && Sorted(before[id]) != Sorted(after[id]));
            unlike.ShouldBeEmpty(file);
            before = after;
        }
    }

    static string Sorted(Entry entry) => string.Join('\n', EntryText.Of(entry).Split('\n').Order(StringComparer.Ordinal));

    static ListDelta Between(string list, string old, string @new) => ListDelta.Between(Parse(list, old), Parse(list, @new));

    static System.Collections.Immutable.ImmutableArray<Entry> Parse(string list, string path) =>
        ListFormats.Parse(new(list, [ListFile.Read(SharedData.File(path))])).Entries;
}
