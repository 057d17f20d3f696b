using Ostrakon.Documents.Events;

namespace Ostrakon.Documents.Tests.Events;

/// <summary>Every line of frames.tsv has an example sentence, which must yield an event of its kind.</summary>
public class FrameExampleTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Examples() => FrameLexicon.Lines.Select(c => new TheoryDataRow<string, string>(c[0], c[3]));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_of_a_frame_yields_its_kind(string kind, string example) =>
        Told.Read(example).Events.Select(e => e.Kind).ShouldContain(kind, example);

    [Fact]
    public void Every_class_that_a_frame_asks_for_is_known()
    {
        string[] selections = ["party", "personal", "speaker", "recruits", "actor", "named", "carrier", "cargo", "country", "state", "several", "traveller", "mighty", "people", "firm", "attackable", "hackable", "land"];
        foreach (var columns in FrameLexicon.Lines)
            foreach (var slot in columns[2].Split(' ').Where(s => s.Contains(':', StringComparison.Ordinal)))
                foreach (var name in slot[(slot.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimEnd('!').Split('|'))
                    (selections.Contains(name) || Nouns.TryParse(name, out _)).ShouldBeTrue($"{name} in {slot}");
    }
}
