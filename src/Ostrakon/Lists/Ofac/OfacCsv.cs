using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// The Treasury's legacy set of comma separated files without headers, for the SDN list and the consolidated list alike:
/// entries, addresses, further names and overlong remarks, joined by the entity number. The files may come in any order; only the
/// entries are needed. They carry no publication date.
/// </summary>
/// <remarks>Format: dat_spec.txt of 25 September 2023.</remarks>
sealed class OfacCsv
{
    /// <summary>The remarks column holds no more; the rest is in the comments file.</summary>
    const int RemarksLength = 1000;

    const int WarningsPerFile = 10;

    /// <summary>What the columns from Call_Sign to Vess_owner are called elsewhere.</summary>
    static readonly ImmutableArray<OfacLabel> CraftLabels =
    [
        .. new[] { "Vessel Call Sign", "Vessel Type", "Vessel Tonnage", "Vessel Gross Registered Tonnage", "Vessel Flag", "Vessel Owner" }
            .Select(label => OfacLabel.At(label)!),
    ];

    readonly OfacListBuilder list;
    readonly Dictionary<OfacDraft, string> remarks = [];

    OfacCsv(ListSource source, ListFile primary) => list = new(source, primary);

    public static ListFormat Format { get; } = new("OFAC legacy CSV", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files.Any(f => OfacCsvFile.Recognise(f) is not null);

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var roles = new Dictionary<OfacCsvFile, ListFile>();
        foreach (var file in source.Files)
        {
            var role = OfacCsvFile.Recognise(file) ?? throw new ListFormatException(file.Name, 1,
                "is no file of the Treasury's legacy set (an HTML error page?)", "Download it again; the list in use is kept as it is.");
            if (!roles.TryAdd(role, file))
                throw new ListFormatException(file.Name, 0, $"is a second {role.Role} file beside {roles[role].Name}", "Give each file of one version once.");
        }
        if (!roles.TryGetValue(OfacCsvFile.Primary, out var primary))
            throw new ListFormatException(source.Files[0].Name, 0, "holds no entries, only what belongs to them", "Give sdn.csv (or cons_prim.csv) along.");
        return new OfacCsv(source, primary).Read(primary, roles, cancel);
    }

    ParsedList Read(ListFile primary, Dictionary<OfacCsvFile, ListFile> roles, CancellationToken cancel)
    {
        foreach (var (row, fields) in OfacCsvFile.Primary.Rows(primary, cancel)) ReadEntry(row, fields);
        ForEach(OfacCsvFile.Comments, ReadComments);
        ReadRemarks(primary, hasComments: roles.ContainsKey(OfacCsvFile.Comments));
        ForEach(OfacCsvFile.Alternates, ReadName);
        ForEach(OfacCsvFile.Addresses, ReadAddress);
        foreach (var file in roles.Values) WarnIfCut(file);
        return list.Build();

        void ForEach(OfacCsvFile role, Action<OfacDraft, string?[]> read)
        {
            if (!roles.TryGetValue(role, out var file)) return;
            var orphans = 0;
            foreach (var (row, fields) in role.Rows(file, cancel))
            {
                if (list.Find(fields[0]!) is { } draft)
                {
                    read(draft, fields);
                    Publish(draft, role, fields);
                }
                else if (++orphans <= WarningsPerFile)
                    list.Warnings.Add($"{file.Name}:{row.Line}: {role.Role} row of entity number {fields[0]}, which is not in the list, is left out");
            }
            if (orphans > WarningsPerFile)
                list.Warnings.Add($"{file.Name}: {orphans} rows in all belong to entity numbers that are not in the list (a file of another version?)");
        }
    }

    void ReadEntry(CsvRows row, string?[] fields)
    {
        var draft = new OfacDraft(fields[0]!, OfacSchema.Of(fields[2]));
        list.Add(draft);
        draft.Name(fields[1] ?? throw row.Bad("has no name", "Download it again."), NameKind.Primary);
        // Several programmes share the field as "SDGT] [IRGC] [IFSR".
        draft.Programs.AddRange((fields[3] ?? "").Split("] [", StringSplitOptions.RemoveEmptyEntries));
        if (fields[4] is { } title) draft.Fact(new("position", title));
        for (var i = 0; i < CraftLabels.Length; i++)
            if (fields[i + 5] is { } value) OfacFacts.Read(CraftLabels[i], value, draft);
        for (var i = 0; i < 11; i++) if (fields[i] is not null) list.Coverage.Map();
        if (fields[11] is { } text) remarks[draft] = text;
        Publish(draft, OfacCsvFile.Primary, fields);
    }

    void ReadComments(OfacDraft draft, string?[] fields)
    {
        var before = remarks.GetValueOrDefault(draft, "");
        var glue = before.Length is 0 or RemarksLength ? "" : " ";
        remarks[draft] = before + glue + fields[1];
    }

    void ReadRemarks(ListFile primary, bool hasComments)
    {
        var cut = 0;
        foreach (var (draft, text) in remarks)
        {
            var isCut = text.Length == RemarksLength && !text.EndsWith('.');
            if (isCut) cut++;
            OfacRemarks.Read(text, isCut, draft, list.Coverage);
        }
        if (cut > 0)
            list.Warnings.Add($"{primary.Name}: the remarks of {cut} entries are cut at {RemarksLength} characters; "
                + (hasComments ? "the comments file is of another version and does not go on with them" : "import the comments file along to have the rest"));
    }

    void ReadName(OfacDraft draft, string?[] fields)
    {
        if (fields[3] is not { } name) return;
        // "nka" (now known as) is a good alias like "aka".
        draft.Name(name, fields[2] == "fka" ? NameKind.Former : NameKind.Alias);
        if (fields[4] is { } note) draft.Fact(new("notes", note, Note: $"on the name {name}"));
        CountSubordinate(fields, OfacCsvFile.Alternates);
    }

    void ReadAddress(OfacDraft draft, string?[] fields)
    {
        draft.Address([fields[2]], fields[3], fields[4], fields[5]);
        CountSubordinate(fields, OfacCsvFile.Addresses);
    }

    /// <summary>The row's own number identifies nothing outside the file and is kept as published only.</summary>
    void CountSubordinate(string?[] fields, OfacCsvFile file)
    {
        list.Coverage.Miss(file.Columns[1]);
        for (var i = 0; i < fields.Length; i++) if (i != 1 && fields[i] is not null) list.Coverage.Map();
    }

    static void Publish(OfacDraft draft, OfacCsvFile role, string?[] fields)
    {
        for (var i = 1; i < fields.Length; i++)
            if (fields[i] is { } value) draft.Publish(role.Columns[i], value.Trim());
    }

    void WarnIfCut(ListFile file)
    {
        if (!file.Content.Span.TrimEnd("\r\n"u8).EndsWith("\u001a"u8))
            list.Warnings.Add($"{file.Name}: does not end in Ctrl-Z as the Treasury's files do; if it was not edited, it may be cut short");
    }
}
