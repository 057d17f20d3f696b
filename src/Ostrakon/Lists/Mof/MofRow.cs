using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Mof;

/// <summary>Reads the rows of one sheet by its columns (<c>columns.tsv</c>). For one thread.</summary>
/// <param name="list">The number of the list, as the sheet's name begins with it.</param>
/// <param name="sheet">The sheet's name.</param>
/// <param name="program">What the list is about: the programme of its entries.</param>
/// <param name="header">The row with the names of the columns.</param>
sealed partial class MofRow(string list, string sheet, string program, SheetRow header)
{
    static readonly FrozenDictionary<string, string> Fields =
        EmbeddedText.Rows("Lists/Mof/columns.tsv").ToFrozenDictionary(static r => r[0], static r => r[1], StringComparer.Ordinal);

    readonly ImmutableArray<(string Column, string Field)> columns = [.. header.Cells.Select(static c => (NameOf(c), Fields.GetValueOrDefault(NameOf(c), "")))];

    /// <summary>Whether a row has the names of the columns.</summary>
    public static bool IsHeader(SheetRow row) => row.Cells.Any(static c => NameOf(c) == "告示日付") && row.Cells.Any(static c => NameOf(c) == "告示番号");

    /// <summary>The entry; null where the row has no name: deleted entries keep their row and number.</summary>
    public Entry? Read(SheetRow row, CoverageCounter coverage)
    {
        if (Of(row, "english").Length == 0 && Of(row, "japanese").Length == 0) return null;
        var number = MofText.Narrow(Of(row, "number"));
        if (Number().Match(number) is not { Success: true } digits || Of(row, "notice").Split('\n')[^1].Contains("削除", StringComparison.Ordinal)) return null;
        var (draft, person) = (new EntryDraft(), false);
        draft.AddProgram(program);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (row[i].Length == 0) continue;
            var (column, field) = i < columns.Length ? columns[i] : ($"column {i + 1}", "");
            draft.AddPublished(column, row[i]);
            if (field.Length == 0) { coverage.Miss(column); continue; }
            coverage.Map();
            person |= field.EndsWith('*');
            if (!Placeholder.Is(row[i])) Read(field.TrimEnd('*'), row[i], draft);
        }
        if (Other().Match(number) is { Success: true } other) draft.AddFact("sanctions.recordId", other.Groups[1].Value, "number on another of these lists");
        return draft.Build($"{list}-{digits.Value}", sheet.Contains("個人", StringComparison.Ordinal) ? "Person"
            : sheet.Contains("団体", StringComparison.Ordinal) || sheet.Contains("銀行", StringComparison.Ordinal) ? "Organization"
            : person ? "Person" : "Organization");
    }

    static void Read(string field, string text, EntryDraft draft)
    {
        switch (field)
        {
            case "number": break;
            case "notice":
                var notices = MofDate.Notices(text).ToList();
                draft.ListedOn = notices.FirstOrDefault();
                if (notices.Count > 1) draft.AddFact("modifiedAt", notices[^1]);
                break;
            case "english": draft.AddNames(MofNames.Read(text, NameKind.Primary)); break;
            case "japanese" or "alias": draft.AddNames(MofNames.Read(text, NameKind.Alias)); break;
            case "former": draft.AddNames(MofNames.Read(text, NameKind.Former)); break;
            case "weak": draft.AddNames(MofNames.Read(text, NameKind.WeakAlias)); break;
            case "birth":
                var dates = MofDate.All(text).ToList();
                foreach (var date in dates) draft.AddFact("birthDate", date);
                if (dates.Count == 0 || text.Contains('生')) draft.AddFact("notes", text, note: "birth");
                break;
            case "listed": draft.AddFact("sanctions.startDate", MofDate.All(text).FirstOrDefault()); break;
            case "un": draft.AddFact("sanctions.unscId", text); break;
            case "reason":
                draft.AddReason(text);
                foreach (Match imo in Imo().Matches(MofText.Narrow(text))) draft.AddFact("imoNumber", imo.Groups[1].Value);
                break;
            case ['=', .. var property]:
                foreach (var item in Items(text)) draft.AddFact(property, item);
                break;
            default:
                foreach (var item in Items(text))
                    if (Identifier().Match(item) is { Success: true } found)
                        draft.AddFact(field["number:".Length..], found.Value, note: found.Length == item.Length ? null : item);
                    else draft.AddFact("notes", item, note: "document");
                break;
        }
    }

    static IEnumerable<string> Items(string text) =>
        MofText.Narrow(text).Split('\n').SelectMany(static l => LetteredList.Split(l)).Select(static i => i.Trim(' ', ',', '、', ';')).Where(static i => i.Length > 0 && !Placeholder.Is(i));

    string Of(SheetRow row, string field)
    {
        for (var i = 0; i < columns.Length; i++)
            if (columns[i].Field == field && row[i].Length > 0) return row[i];
        return "";
    }

    static string NameOf(string cell) => string.Concat(cell.Where(static c => !char.IsWhiteSpace(c)));

    /// <summary>"12", "*186", "1(*186)": the number on this list.</summary>
    [GeneratedRegex(@"(?<=^[^0-9(]*)[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\(([*#]\s*[0-9]+)\)")]
    private static partial Regex Other();

    [GeneratedRegex(@"\bIMO[^0-9\n]{0,12}([0-9]{7})(?![0-9])")]
    private static partial Regex Imo();

    /// <summary>Five letters and digits or more with a digit among them, and no year.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9/-])(?=[A-Za-z/-]*[0-9])[A-Za-z0-9][A-Za-z0-9/-]{4,}(?!\s*年)(?![A-Za-z0-9/-])")]
    private static partial Regex Identifier();
}
