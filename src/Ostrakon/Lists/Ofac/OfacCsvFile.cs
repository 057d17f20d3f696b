using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Ofac;

/// <summary>The files of the legacy set, each with its columns as the Treasury's data specification (<c>dat_spec.txt</c>) names them.</summary>
sealed record OfacCsvFile(string Role, params string[] Columns)
{
    /// <summary>The entries: <c>sdn.csv</c>, <c>cons_prim.csv</c>.</summary>
    public static OfacCsvFile Primary { get; } = new("primary", "ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type",
        "Tonnage", "GRT", "Vess_flag", "Vess_owner", "Remarks");

    /// <summary>Their addresses: <c>add.csv</c>.</summary>
    public static OfacCsvFile Addresses { get; } = new("address", "Ent_num", "Add_num", "Address", "City/State/Province/Postal Code", "Country", "Add_remarks");

    /// <summary>Their further names: <c>alt.csv</c>.</summary>
    public static OfacCsvFile Alternates { get; } = new("alternate name", "ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks");

    /// <summary>Remarks that go on beyond a thousand characters: <c>sdn_comments.csv</c>.</summary>
    public static OfacCsvFile Comments { get; } = new("comments", "ent_num", "Remarks (continued)");

    /// <summary>Which file of the set this is, by its first row; null where it is none.</summary>
    public static OfacCsvFile? Recognise(ListFile file)
    {
        var head = file.Content[..Math.Min(file.Content.Length, CsvRows.MaxRowBytes)];
        var rows = new CsvRows(file.Name, head, ',', tolerant: true);
        if (!rows.Read() || rows.Fault is not null || !IsNumber(rows[0])) return null;
        return rows.Count switch
        {
            12 when Value(rows, 2) is null or "individual" or "vessel" or "aircraft" or "entity" => Primary,
            6 when IsNumber(rows[1]) => Addresses,
            5 when IsNumber(rows[1]) && Value(rows, 2) is "aka" or "fka" or "nka" => Alternates,
            2 => Comments,
            _ => null,
        };
    }

    /// <summary>Streams the rows: the reader, for its line, and the fields, null where empty. The same array each time.</summary>
    public IEnumerable<(CsvRows Row, string?[] Fields)> Rows(ListFile file, CancellationToken cancel)
    {
        var rows = new CsvRows(file, ',');
        var fields = new string?[Columns.Length];
        while (rows.Read())
        {
            if ((rows.Line & 1023) == 0) cancel.ThrowIfCancellationRequested();
            if (rows.Count != Columns.Length)
                throw rows.Bad($"has {rows.Count} fields where {Columns.Length} belong (a truncated file?)", "Download it again; the list in use is kept as it is.");
            if (!IsNumber(rows[0])) throw rows.Bad($"begins with \"{Short(rows[0])}\" where an entity number belongs", "Download it again.");
            for (var i = 0; i < fields.Length; i++) fields[i] = Value(rows, i);
            yield return (rows, fields);
        }
    }

    /// <summary>A field; null where it is empty or the null of these files, which is written <c>-0- </c>.</summary>
    static string? Value(CsvRows rows, int column)
    {
        var bytes = rows.Bytes(column).Trim(" \t\r\n"u8);
        return bytes.IsEmpty || bytes.SequenceEqual("-0-"u8) ? null : rows[column];
    }

    static bool IsNumber(string text) => text.Length is > 0 and <= 10 && text.All(char.IsAsciiDigit);

    static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
