using System.Collections.Frozen;
using System.Collections.Immutable;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Ofac;

/// <summary>One of the Treasury's labels and what it means (<c>labels.tsv</c>). Immutable.</summary>
/// <param name="Text">The label as published: "Tax ID No.", "Digital Currency Address -".</param>
/// <param name="Property">FollowTheMoney property, or for links the kind of relation.</param>
/// <param name="Shape">How the value behind it is written.</param>
sealed record OfacLabel(string Text, string Property, OfacShape Shape)
{
    static readonly FrozenDictionary<string, ImmutableArray<OfacLabel>> ByFirstWord = Load();
    static readonly FrozenDictionary<string, ImmutableArray<OfacLabel>>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The label without the punctuation that leads over to the value: what a fact's type says.</summary>
    public string Type { get; } = Text.TrimEnd(':', '-', ' ');

    /// <summary>The longest label that <paramref name="text"/> begins with and that a value can follow; null where there is none.</summary>
    public static OfacLabel? At(ReadOnlySpan<char> text)
    {
        if (!Lookup.TryGetValue(FirstWord(text), out var labels)) return null;
        foreach (var label in labels)
            if (text.StartsWith(label.Text, StringComparison.Ordinal) && (text.Length == label.Text.Length || text[label.Text.Length] == ' '))
                return label;
        return null;
    }

    static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text.IndexOf(' ') is >= 0 and var blank ? text[..blank] : text;

    static FrozenDictionary<string, ImmutableArray<OfacLabel>> Load() =>
        EmbeddedText.Rows("Lists/Ofac/labels.tsv")
            .Select(row => new OfacLabel(row[0], row[1], Enum.Parse<OfacShape>(row[2], ignoreCase: true)))
            .GroupBy(label => FirstWord(label.Text).ToString(), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(l => l.Text.Length).ToImmutableArray(), StringComparer.Ordinal);
}

/// <summary>How the value behind a label is written; see <c>labels.tsv</c>.</summary>
enum OfacShape { Id, Date, Number, Text, Gender, Wallet, Link, Name, Whole, Dated }
