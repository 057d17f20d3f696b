using Ostrakon.Fit;
using Ostrakon.Index;
using Ostrakon.Joins.Bench;
using Ostrakon.Lists.Archive;
using Ostrakon.Parties;

// Usage: DATA-FOLDER [SAMPLE.txt]. The folder holds the lists to be measured, imported as usual (README.md).
const int Seed = 20261124, FamilyPairs = 5000, Drawn = 100;
if (args.Length == 0) { Console.Error.WriteLine("Name a data folder with imported lists."); return 2; }
using var source = SnapshotSource.Open(new DataFolder(args[0]), Console.Error.WriteLine, TimeProvider.System);
using var lease = source.Lease();
var listed = new ListedPairs(lease.Snapshot);
var random = new Random(Seed);

var joined = listed.Parties.Where(p => p.Listings.Length > 1).ToArray();
Console.WriteLine($"{lease.Snapshot.Lists.Sum(l => l.Entries)} entries, {listed.Parties.Length} parties, {joined.Length} of them with several listings, {listed.Parties.Count(p => p.Suggestions.Length > 0)} with suggestions");
Console.WriteLine($"parties with two entries of one list: {listed.Parties.Count(p => p.Listings.GroupBy(l => l.List).Any(g => g.Count() > 1))}");

Measure("UN references", "data/names/same_party_un_uk_eu.csv", _ => "all");
Measure("shared identifiers, names with words in common", "data/names/same_party_shared_identifier.csv", r => r["common_name_tokens"] == "0" ? "no common word" : "common words");

// Pairs of different persons: a family name in common, no other word in any of their names, no birth date in common.
var families = listed.Parties.SelectMany((p, i) => p.Listings.SelectMany(l => l.Entry.Names.Select(n => n.Family?.ToUpperInvariant()).OfType<string>().Distinct().Select(f => (Family: f, Party: i, Listing: l))))
    .GroupBy(f => f.Family).Select(g => g.ToArray()).Where(g => g.Select(x => x.Listing.List).Distinct().Count() > 1).ToArray();
var same = 0;
var tried = new HashSet<(string, string)>();
while (tried.Count < FamilyPairs)
{
    var group = families[random.Next(families.Length)];
    var (a, b) = (group[random.Next(group.Length)], group[random.Next(group.Length)]);
    if (a.Listing.List == b.Listing.List || Words(a.Listing.Entry).Intersect(Words(b.Listing.Entry)).Except(Words(a.Family)).Any()
        || Births(a.Listing.Entry).Intersect(Births(b.Listing.Entry)).Any() || !tried.Add(($"{a.Listing.List}-{a.Listing.Entry.Id}", $"{b.Listing.List}-{b.Listing.Entry.Id}"))) continue;
    if (a.Party != b.Party) continue;
    same++;
    if (args.Contains("--show")) Console.WriteLine($"  {a.Listing.List} {a.Listing.Entry.Caption} = {b.Listing.List} {b.Listing.Entry.Caption}: {string.Join("; ", listed.Parties[a.Party].JoinedBy.Select(j => j.Reason))}");
}
Console.WriteLine($"{FamilyPairs} random pairs of entries of two lists with nothing but a family name in common: {same} joined");

if (args.Length > 1 && !args[1].StartsWith('-'))
{
    random.Shuffle(joined);
    File.WriteAllLines(args[1], joined.Take(Drawn).SelectMany((p, i) => (string[])
        [
            $"{i + 1}. {p.Id} ({p.Schema})",
            .. p.Listings.Select(l => $"   {l.List} {l.Entry.Id}: {string.Join(" | ", l.Entry.Names.Take(6).Select(n => n.Text))} -- {Facts(l.Entry)}"),
            .. p.JoinedBy.Select(j => $"   = {j.Reason}"),
        ]));
    Console.WriteLine($"{Math.Min(Drawn, joined.Length)} joins drawn at random are in {args[1]}");
}
return 0;

static IEnumerable<string> Words(object named) =>
    (named is Entry entry ? string.Join(' ', entry.Names.Select(n => n.Text)) : (string)named)
    .ToUpperInvariant().Split([' ', '-', ',', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2).Distinct();

static IEnumerable<string> Births(Entry entry) => entry.Facts.Where(f => f.Property == "birthDate").Select(f => f.Value);

static string Facts(Entry entry) => string.Join(", ", entry.Facts.Where(f => f.Property is "birthDate" or "nationality" or "imoNumber" or "passportNumber" or "country").Take(6).Select(f => f.ToString()));

void Measure(string what, string file, Func<Dictionary<string, string>, string> kind)
{
    var rows = SharedFolder.Rows(file)
        .Select(r => (Row: r, A: listed.Find(r["list_a"], r["id_a"]), B: listed.Find(r["list_b"], r["id_b"]))).ToList();
    foreach (var group in rows.GroupBy(r => (Lists: $"{r.Row["list_a"]}-{r.Row["list_b"]}", Kind: kind(r.Row))).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Lists))
    {
        var both = group.Where(r => r.A is not null && r.B is not null).ToList();
        var one = both.Count(r => r.A == r.B);
        Console.WriteLine($"{what}: {group.Key.Kind}, {group.Key.Lists}: {one} of {both.Count} joined ({(both.Count == 0 ? 0 : 100.0 * one / both.Count):f1} %); {group.Count() - both.Count} rows have an entry that is not in use");
        if (!args.Contains("--show")) continue;
        foreach (var (row, a, b) in both.Where(r => r.A != r.B == (group.Key.Kind != "no common word")))
            Console.WriteLine($"  {row["id_a"]} {row["name_a"]} / {row["id_b"]} {row["name_b"]} {row.GetValueOrDefault("shared_ids")} {row.GetValueOrDefault("id_kind_a")}: {string.Join(" + ", listed.Parties[a!.Value].Suggestions.Select(s => s.Entry + " " + s.Reason))}");
    }
}
