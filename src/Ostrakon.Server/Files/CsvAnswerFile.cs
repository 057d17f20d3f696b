using System.Text;
using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Server.Files;

/// <summary>Answers as a table: a row for each listing of each hit.</summary>
sealed class CsvAnswerFile : IAnswerFile
{
    readonly StreamWriter text;
    readonly CsvLine line = new();

    public CsvAnswerFile(Stream output)
    {
        text = new(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        text.Write("id,input_row,rank,party,schema,caption,matched_name,score,probability,list,entry,programs,error\n");
    }

    public void Write(BatchAnswer answer, Snapshot snapshot)
    {
        var (row, screening) = answer;
        if (screening is null || screening.Hits.IsEmpty)
        {
            line.Add(row.Id).Add(row.InputRow).Add(0);
            for (var i = 0; i < 9; i++) line.Add("");
            line.Add(row.Error).WriteTo(text);
            return;
        }
        for (var rank = 1; rank <= screening.Hits.Length; rank++)
        {
            var hit = screening.Hits[rank - 1];
            foreach (var listing in hit.Party.Listings)
                line.Add(row.Id).Add(row.InputRow).Add(rank).Add(hit.Party.Id).Add(hit.Party.Schema).Add(hit.Party.Caption)
                    .Add(hit.MatchedName.Text).Add(ScreeningJson.Rounded(hit.Score)).Add(ScreeningJson.Rounded(hit.Probability)).Add(listing.List).Add(listing.Entry.Id)
                    .Add(string.Join('|', listing.Entry.Programs)).Add("").WriteTo(text);
        }
    }

    public void End() => text.Flush();

    public void Dispose() => text.Dispose();
}
