using System.Collections.Frozen;
using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Own;

/// <summary>Reads the rows of a list of the user's own. For one thread.</summary>
/// <param name="header">Its columns.</param>
sealed class OwnRow(CsvHeader header)
{
    static readonly FrozenDictionary<string, (string Use, string Property)> Columns =
        EmbeddedText.Rows("Lists/Own/columns.tsv").ToFrozenDictionary(r => r[0], r => (r[1], r.ElementAtOrDefault(2) ?? ""), StringComparer.OrdinalIgnoreCase);

    static readonly string[] Schemas = ["Person", "Organization", "Company", "LegalEntity", "Vessel", "Airplane", "CryptoWallet"];

    /// <summary>What was mapped so far.</summary>
    public CoverageCounter Coverage { get; } = new();

    /// <summary>The entry of the current row; null where it has no name.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="number">Its number, for the id that it may lack.</param>
    /// <param name="trouble">What could not be used, without a full stop; null where all could.</param>
    public Entry? Read(CsvRows rows, string number, out string? trouble)
    {
        trouble = null;
        var names = Values(rows[header["name"]]).Select((text, i) => new PartyName(text, i == 0 ? NameKind.Primary : NameKind.Alias)).ToList();
        if (names.Count == 0)
        {
            trouble = "row without a name is left out";
            return null;
        }
        var (facts, programs) = (new List<Fact>(), new List<string>());
        string? listedOn = null, reason = null;
        for (var i = 0; i < header.Names.Length; i++)
        {
            var values = Values(rows[i]);
            if (values.Length == 0) continue;
            var column = header.Names[i];
            if (column.Equals("id", StringComparison.OrdinalIgnoreCase) || column.Equals("name", StringComparison.OrdinalIgnoreCase)
                || column.Equals("schema", StringComparison.OrdinalIgnoreCase)) { Coverage.Map(); continue; }
            if (!Columns.TryGetValue(column, out var use)) { Coverage.Miss(column); continue; }
            Coverage.Map();
            switch (use.Use)
            {
                case "alias": names.AddRange(values.Select(v => new PartyName(v, NameKind.Alias))); break;
                case "weakAlias": names.AddRange(values.Select(v => new PartyName(v, NameKind.WeakAlias))); break;
                case "former": names.AddRange(values.Select(v => new PartyName(v, NameKind.Former))); break;
                case "program": programs.AddRange(values); break;
                case "reason": reason = rows[i].Trim(); break;
                case "fact": facts.AddRange(values.Select(v => new Fact(use.Property, v))); break;
                default:
                    foreach (var value in values)
                        if (!PartialDate.TryParse(value, out _))
                        {
                            trouble = $"{column} \"{value}\" is no date (write YYYY, YYYY-MM or YYYY-MM-DD) and is kept as a note";
                            facts.Add(new("notes", value, Note: column));
                        }
                        else if (use.Use == "listedOn") listedOn ??= value;
                        else facts.Add(new(use.Property, value));
                    break;
            }
        }
        return new()
        {
            Id = rows[header["id"]].Trim() is { Length: > 0 } id ? id : number,
            Schema = SchemaOf(rows[header["schema"]].Trim(), facts, ref trouble),
            Names = [.. names.DistinctBy(n => (n.Text, n.Kind))],
            Facts = [.. facts.Distinct()],
            Programs = [.. programs.Distinct()],
            ListedOn = listedOn,
            Reason = reason,
            Published = Published(rows),
        };
    }

    /// <summary>As written, in whatever case; where nothing is, what is known says what it is, else anything with a name.</summary>
    static string SchemaOf(string written, List<Fact> facts, ref string? trouble)
    {
        if (written.Length > 0)
        {
            if (Array.Find(Schemas, s => s.Equals(written, StringComparison.OrdinalIgnoreCase)) is { } schema) return schema;
            trouble = $"schema \"{written}\" is not known (write {string.Join(", ", Schemas)}); the party may be any of them";
        }
        return facts.Exists(f => f.Property is "birthDate" or "birthPlace" or "passportNumber" or "gender") ? "Person"
            : facts.Exists(f => f.Property is "imoNumber") ? "Vessel"
            : "LegalEntity";
    }

    ImmutableArray<PublishedField> Published(CsvRows rows)
    {
        var published = ImmutableArray.CreateBuilder<PublishedField>(header.Names.Length);
        for (var i = 0; i < header.Names.Length; i++)
            if (rows[i].Trim() is { Length: > 0 } value) published.Add(new(header.Names[i], value));
        return published.ToImmutable();
    }

    static string[] Values(string cell) => cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
