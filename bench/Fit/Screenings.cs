using Ostrakon.Index;
using Ostrakon.Matching;
using Ostrakon.Parties;

namespace Ostrakon.Fit;

/// <summary>A person or company to be screened, with the entries that it stands for; none where it is not listed.</summary>
sealed record Subject(string Kind, Query Query, HashSet<string> Expected);

/// <summary>The sets that are screened against lists.</summary>
static class Screenings
{
    static readonly (string Kind, string File)[] NegativeFiles =
        [("sports", "persons_sports"), ("register", "persons_register"), ("synthetic", "persons_synthetic_multiscript"), ("companies", "companies_listed_on_exchanges")];

    /// <summary>Every so manieth of the names that are not listed.</summary>
    public static List<Subject> Negatives(int each, params string[] kinds)
    {
        var subjects = new List<Subject>();
        foreach (var (kind, file) in NegativeFiles)
        {
            if (kinds.Length > 0 && !kinds.Contains(kind)) continue;
            var rows = SharedFolder.Rows($"data/negatives/{file}.csv.gz").Where(r => r.GetValueOrDefault("listed_exact") != "1" && r["name"].Trim().Length > 0).ToArray();
            new Random(20261124).Shuffle(rows);
            foreach (var row in rows.Take(each))
                subjects.Add(new(kind, new Query
                {
                    Names = [row["name"]],
                    Schema = kind == "companies" ? "Company" : "Person",
                    BirthDates = Date(row.GetValueOrDefault("dob")) is { } date ? [date] : [],
                    Countries = (row.GetValueOrDefault("country") ?? row.GetValueOrDefault("nationality")) is { Length: > 0 } country ? [country] : [],
                }, []));
        }
        return subjects;
    }

    /// <summary>A name with one typing error: a letter left out, doubled, replaced, or two swapped.</summary>
    public static string Damaged(string name, Random random)
    {
        var (i, letter) = (random.Next(name.Length - 1), (char)('a' + random.Next(26)));
        return random.Next(4) switch
        {
            0 => name.Remove(i, 1),
            1 => name.Insert(i, name[i].ToString()),
            2 => name[..i] + letter + name[(i + 1)..],
            _ => name[..i] + name[i + 1] + name[i] + name[(i + 2)..],
        };
    }

    /// <summary>Persons of the United Nations' list, as they stand there and with typing errors.</summary>
    public static List<Subject> UnPositives(Snapshot snapshot)
    {
        var byName = Names(snapshot).ToLookup(n => Key(n.Name.Text), n => n.Entry);
        var untreated = SharedFolder.Rows("data/names/un_positives_untreated.csv");
        var subjects = new List<Subject>();
        foreach (var file in (string[])["untreated", "treated"])
            foreach (var row in SharedFolder.Rows($"data/names/un_positives_{file}.csv"))
            {
                var name = row["full_name"];
                if (!byName.Contains(Key(name)))
                    name = untreated.FirstOrDefault(u => u["place_of_birth"] == row["place_of_birth"] && u["nationality"] == row["nationality"]
                        && u["date_of_birth"] == row["date_of_birth"] && Shared(u["full_name"], name) >= 0.6)?["full_name"] ?? "";
                if (!byName.Contains(Key(name))) continue;
                subjects.Add(new(file, new Query
                {
                    Names = [row["full_name"]],
                    Schema = "Person",
                    BirthDates = Date(row["date_of_birth"]) is { } date ? [date] : [],
                    Countries = row["nationality"] is { Length: > 0 } country ? [country] : [],
                }, [.. byName[Key(name)]]));
            }
        return subjects;
    }

    /// <summary>Names under which other lists know a party of this one.</summary>
    public static List<Subject> CrossList(Snapshot snapshot, string list)
    {
        var subjects = new List<Subject>();
        var code = list == "un-sc" ? "UN" : "OFAC";
        var file = list == "un-sc" ? "same_party_un_uk_eu" : "same_party_shared_identifier";
        foreach (var row in SharedFolder.Rows($"data/names/{file}.csv"))
        {
            if (row["list_a"] != code || row["list_b"] is not ("UK" or "EU")) continue;
            if (row.TryGetValue("common_name_tokens", out var common) && common is "" or "0") continue;
            if (snapshot.Find(Party.IdOf(list, row["id_a"])) < 0) continue;
            subjects.Add(new($"{code}, {row["list_b"]}", new Query { Names = [row["name_b"]] }, [Party.IdOf(list, row["id_a"])]));
        }
        return subjects;
    }

    /// <summary>The rank and score of the first expected party; (99, 0) where there is none.</summary>
    public static (int Rank, double Score) Found(Screening screening, HashSet<string> expected)
    {
        for (var i = 0; i < screening.Hits.Length; i++)
            if (screening.Hits[i].Party.Listings.Any(l => expected.Contains(Party.IdOf(l.List, l.Entry.Id)))) return (i + 1, screening.Hits[i].Score);
        return (99, 0);
    }

    static IEnumerable<(PartyName Name, string Entry)> Names(Snapshot snapshot) =>
        from p in Enumerable.Range(0, snapshot.PartyCount)
        from listing in snapshot.Party(p).Listings
        from name in listing.Entry.Names
        select (name, Party.IdOf(listing.List, listing.Entry.Id));

    static string Key(string name) =>
        string.Join(' ', Ostrakon.Names.Folding.Fold(name).Split([' ', ',', '-', '\'', '.'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    /// <summary>Share of letters in common, in any order: enough to tell a twin with typing errors from another person.</summary>
    static double Shared(string a, string b)
    {
        var left = b.ToList();
        var common = a.Count(left.Remove);
        return 2.0 * common / (a.Length + b.Length);
    }

    static string? Date(string? text)
    {
        var digits = (text ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (digits is [{ Length: 8 } all]) digits = [all[..4], all[4..6], all[6..]];
        return digits.Length is > 0 and <= 3 && digits[0].Length == 4 ? string.Join('-', digits.Select(d => d.PadLeft(2, '0'))) : null;
    }
}
