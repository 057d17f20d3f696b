using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Uk;

/// <summary>
/// The rows of one designation. Most of a row repeats earlier ones, since each stands for a combination of a name, a birth date and an
/// address: a group of columns is read where it says something new. For one thread.
/// </summary>
sealed class UkRows(UkLayout layout)
{
    readonly UkDraft draft = new();
    readonly HashSet<(string Group, string Content)> known = [];
    SheetRow? previous;

    /// <summary>Adds what a row says.</summary>
    public void Add(SheetRow row, CoverageCounter coverage)
    {
        layout.Count(row, coverage);
        draft.Type ??= TypeOf(row);
        foreach (var group in layout.Groups)
            if (group.Any(row) && (previous is not { } before || !group.Same(before, row)) && known.Add((group.Name, group.Content(row))))
            {
                draft.AddPublished(group.Columns.Where(c => row[c.Column].Length > 0).Select(c => new PublishedField(layout.Header[c.Column], row[c.Column])));
                Read(group, row, coverage);
            }
        previous = row;
    }

    /// <summary>The entry; null where there is no name.</summary>
    public Entry? Build(string key) => draft.Build(draft.Id ?? $"OFSI:{key}");

    /// <summary>What kind of party it is decides how its name is read, so it comes first.</summary>
    string? TypeOf(SheetRow row) => layout.Groups.Select(g => g.Text(row, "type")).FirstOrDefault(static t => t.Length > 0);

    void Read(UkLayout.Group group, SheetRow row, CoverageCounter coverage)
    {
        string Text(string field) => group.Text(row, field);
        switch (group.Name)
        {
            case "name":
                draft.AddName(["", "", "", "", "", Text("wholeName")], "Primary name", "");
                draft.AddName([.. Enumerable.Range(1, 6).Select(i => Text($"name{i}"))], Text("nameType"), Text("nameStrength"));
                break;
            case "script": draft.AddOriginal(Text("original")); break;
            case "birth": draft.AddBirthPlaces(Text("birthTown"), Text("birthCountry")); break;
            case "passport": draft.AddNumbers("passportNumber", Text("passport"), Text("passportDetails")); break;
            case "identifier": draft.AddNumbers("idNumber", Text("idNumber"), Text("idDetails")); break;
            case "address":
                draft.AddAddress(group.Columns.Where(static c => c.Field == "address").Select(c => row[c.Column]), Text("country"));
                break;
            default:
                var (column, field) = group.Columns[0];
                if (field == "other") UkOtherInformation.Read(draft, row[column], coverage);
                else UkFields.Add(draft, field, row[column]);
                break;
        }
    }
}
