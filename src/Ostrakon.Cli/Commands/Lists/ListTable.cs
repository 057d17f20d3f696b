using System.Text;
using Ostrakon.Server.Files;
using Ostrakon.Parties;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary>
/// Entries as CSV: a row each, in the columns of a batch and of a list of the user's own, so that both read it again; several values are
/// separated by <c>|</c>. What has no column stays out: FollowTheMoney holds all.
/// </summary>
static class ListTable
{
    const string Header = "id,schema,name,birthDate,country,idNumber,list,entry,programs,listedOn,reason\n";

    public static void Write(IEnumerable<Listing> listings, Stream stream, CancellationToken cancel)
    {
        using var output = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        output.Write(Header);
        var line = new CsvLine();
        foreach (var (list, _, entry) in listings)
        {
            cancel.ThrowIfCancellationRequested();
            line.Add(Party.IdOf(list, entry.Id)).Add(entry.Schema).Add(Many(entry.Names.Select(static n => n.Text)))
                .Add(Many(Values(entry, static f => f.Property == "birthDate"))).Add(Many(Values(entry, static f => f.IsCountry)))
                .Add(Many(Values(entry, static f => f.IsIdentifier))).Add(list).Add(entry.Id).Add(Many(entry.Programs)).Add(entry.ListedOn).Add(entry.Reason);
            line.WriteTo(output);
        }
    }

    static IEnumerable<string> Values(Entry entry, Func<Fact, bool> choose) => entry.Facts.Where(choose).Select(static f => f.Value);

    static string Many(IEnumerable<string> values) => string.Join('|', values.Select(static v => v.Replace('|', '/')).Distinct());
}
