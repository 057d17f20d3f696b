using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Dfat;

/// <summary>
/// The "Additional Information": sentences about the party, with facts behind labels ("Passport no.: a) Afghan number OR 1 b) ...") for
/// which the table has no column, and since 2026 the UN reference number in front. The text as a whole is the reason of the listing.
/// </summary>
static partial class DfatInformation
{
    static readonly FrozenDictionary<string, (string Property, bool Number)> Labels = EmbeddedText.Rows("Lists/Dfat/labels.tsv")
        .ToFrozenDictionary(static r => r[0], static r => (r[1], r[2] == "number"), StringComparer.OrdinalIgnoreCase);

    public static void Read(string text, EntryDraft draft)
    {
        draft.AddReason(text);
        if (UnReference().Match(text) is { Success: true } reference) draft.AddFact("sanctions.unscId", reference.Groups[1].Value);
        var labels = Label().Matches(text).Select(m => (Match: m, Known: Find(m.Groups[1].Value))).Where(static l => l.Known is not null).ToList();
        for (var i = 0; i < labels.Count; i++)
        {
            var (match, (label, property, number, _)) = (labels[i].Match, labels[i].Known!.Value);
            var end = i + 1 < labels.Count ? labels[i + 1].Match.Index + labels[i + 1].Known!.Value.At : text.Length;
            if (property != "-") Add(property, label, number, Sentence(text[(match.Index + match.Length)..end]), draft);
        }
    }

    /// <summary>The longest known label that the words before a colon end in ("Tunisian passport number", "Belongs to Hotak tribe. Height").</summary>
    static (string Label, string Property, bool Number, int At)? Find(string words)
    {
        words = words.TrimEnd('.', ' ');
        for (var at = 0; at >= 0 && at < words.Length; at = words.IndexOf(' ', at) is >= 0 and var blank ? blank + 1 : -1)
            if (Labels.TryGetValue(words[at..], out var found)) return (words[at..], found.Property, found.Number, at);
        return null;
    }

    static void Add(string property, string label, bool number, string value, EntryDraft draft)
    {
        foreach (var item in LetteredList.Split(value))
        {
            var text = Blanks.Collapse(item).TrimEnd('.', ',', ';', ' ');
            if (text.Length == 0 || Placeholder.Is(text)) continue;
            if (property == "gender") text = text.ToLowerInvariant();
            if (!number) draft.AddFact(property, text);
            else if (Number().Match(text) is { Success: true } found)
                draft.AddFact(property, found.Value, label, note: found.Length == text.Length ? null : text);
        }
    }

    /// <summary>Up to the full stop that ends the sentence: behind a lower-case word, a number or a bracket, not behind an abbreviation.</summary>
    static string Sentence(string text) => End().Match(text) is { Success: true } end ? text[..end.Index] : text;

    [GeneratedRegex(@"^\s*([A-Z]{2}[ei]\.\d{3})\b")]
    private static partial Regex UnReference();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(\p{L}[\p{L}’'/ .]{1,48}?)\s?:(?!//)\s*")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|No|no|Mr|Dr|Gen|Col|St|approx))\.\s+(?=[\p{Lu}\d(“""])|\n")]
    private static partial Regex End();

    /// <summary>A word with a digit in it that is no year, with letters before it and groups of digits behind it: "OR 1961825", "P7781 22".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?!(?:19|20)\d\d(?![\p{L}\p{N}/-]))(?:[A-Z]{1,3} (?=\d{4}))?(?=[\p{L}\p{N}/-]*\d)[\p{L}\p{N}][\p{L}\p{N}/-]{2,}(?: \d{2,}(?![\p{L}\p{N}]| [A-Z][a-z]{2}))*")]
    private static partial Regex Number();
}
