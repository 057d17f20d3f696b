using System.Text;
using Ostrakon.Cli.Batch;
using Ostrakon.Parties;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary>
/// Entries as CSV: a row each, in the columns of a batch and of a list of the user's own, so that both read it again; several values are
/// separated by <c>|</c>. What has no column stays out: FollowTheMoney holds all.
/// </summary>
static class ListTable
{
    const string Header = "id,schema,name,birthDate,country,idNumber,list,entry,programs,listedOn,reason\n";

    static readonly string[] Countries = ["nationality", "citizenship", "country", "jurisdiction", "flag"];

    public static void Write(IEnumerable<Listing> listings, Stream stream, CancellationToken cancel)
    {
        using var output = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        output.Write(Header);
        var line = new CsvLine();
        foreach (var (list, _, entry) in listings)
        {
            cancel.ThrowIfCancellationRequested();
            line.Add(Party.IdOf(list, entry.Id)).Add(entry.Schema).Add(Many(entry.Names.Select(static n => n.Text)))
                .Add(Many(Values(entry, static p => p == "birthDate"))).Add(Many(Values(entry, static p => Countries.Contains(p))))
                .Add(Many(Values(entry, IsIdentifier))).Add(list).Add(entry.Id).Add(Many(entry.Programs)).Add(entry.ListedOn).Add(entry.Reason);
            line.WriteTo(output);
        }
    }

    static IEnumerable<string> Values(Entry entry, Func<string, bool> property) =>
        entry.Facts.Where(f => property(f.Property)).Select(static f => f.Value);

    static bool IsIdentifier(string property) =>
        property is "publicKey" or "mmsi" or "swiftBic" || property.EndsWith("Number", StringComparison.Ordinal) || property.EndsWith("Code", StringComparison.Ordinal);

    static string Many(IEnumerable<string> values) => string.Join('|', values.Select(static v => v.Replace('|', '/')).Distinct());
}
