using Ostrakon.Lists.Reading;

namespace Ostrakon.Tests.Lists.Reading;

public class LinkWordsTests
{
    [Theory]
    [InlineData("Head of Tarvo Nemelka", "leader-of")]
    [InlineData("Sent ahead of Tarvo Nemelka", "linked-to")]
    [InlineData("Head of an office, sent ahead of Tarvo Nemelka", "leader-of")]
    [InlineData("Owned by Quillon Trading, ahead of Tarvo Nemelka", "owned-by")]
    [InlineData("(head of Tarvo Nemelka", "leader-of")]
    [InlineData("Head of Quillon. Met with Tarvo Nemelka", "linked-to")]
    public void Link_words_are_whole_words(string text, string kind) =>
        LinkWords.KindBefore(text, text.IndexOf("Tarvo", StringComparison.Ordinal)).ShouldBe(kind);
}
