using System.Globalization;
using System.Text.RegularExpressions;
using Ostrakon.Parties;

namespace Ostrakon.Documents.Mentions;

/// <summary>What the text says of a person's birth or age, against the listed birth dates.</summary>
static partial class BirthDates
{
    // Words behind a name in which its birth date may stand.
    const int Reach = 120;

    public sealed record Verdict(bool Agrees, string Why);

    /// <summary>Agreement or contradiction; null where the text or the list says nothing.</summary>
    public static Verdict? Compare(PartyDraft party, Party listed, DocumentContext context)
    {
        var dates = listed.Listings.SelectMany(l => l.Entry.Facts).Where(f => f.Property == "birthDate")
            .Select(f => PartialDate.TryParse(f.Value, out var date) ? date : (PartialDate?)null).OfType<PartialDate>().ToList();
        if (dates.Count == 0) return null;
        foreach (var mention in party.Mentions)
        {
            var text = context.TextOf(mention).Text;
            var behind = text.AsSpan(mention.End, Math.Min(Reach, text.Length - mention.End));
            if (behind.IndexOf('\n') is >= 0 and var line) behind = behind[..line];
            if (Read(behind.ToString(), context.Published) is not { } said) continue;
            var agrees = dates.Any(d => d.Overlaps(said.Date));
            return agrees ? new(true, $"The text says \"{said.Text}\", which agrees with the listed birth date.")
                : dates.All(d => Math.Abs(d.From.Year - said.Date.From.Year) > 1 && Math.Abs(d.To.Year - said.Date.To.Year) > 1)
                    ? new(false, $"But the text says \"{said.Text}\", and the listed person was born {string.Join(" or ", dates.Select(d => d.From.Year).Distinct())}.") : null;
        }
        return null;
    }

    static (string Text, PartialDate Date)? Read(string behind, string? published)
    {
        if (Born().Match(behind) is { Success: true } born)
        {
            var year = born.Groups["year"].Value;
            return PartialDate.TryParse(year, out var date) ? (born.Value.Trim(), date) : null;
        }
        // An age needs the day on which it was said.
        if (Aged().Match(behind) is { Success: true } aged && published is { Length: >= 4 } && int.TryParse(published.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var now))
        {
            var age = int.Parse(aged.Groups["age"].Value, CultureInfo.InvariantCulture);
            return (aged.Value.Trim(' ', ','), new PartialDate(new(now - age - 1, 1, 1), new(now - age, 12, 31), false));
        }
        return null;
    }

    [GeneratedRegex(@"^[^.;\n]{0,60}?\bborn\b(?: (?:on|in))?[^.;\n]{0,24}?\b(?<year>1[89]\d\d|20[012]\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Born();

    [GeneratedRegex(@"^(?:, (?:aged )?(?<age>[1-9]\d),|,? \((?:aged )?(?<age>[1-9]\d)\)|, aged (?<age>[1-9]\d)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Aged();
}
