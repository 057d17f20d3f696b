using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.TrainNames;

/// <summary>The corpora that the tagger learns from, each brought to spans over plain text.</summary>
static partial class Corpora
{
    /// <summary>re3d (Dstl). Not used: BBC Online (non-commercial) and Wikipedia (share-alike).</summary>
    public static List<TrainingText> Re3d(string path)
    {
        var texts = new List<TrainingText>();
        foreach (var line in Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.GetProperty("dataset").GetString() is "BBC Online" or "Wikipedia") continue;
            var text = root.GetProperty("text").GetString()!;
            var spans = root.GetProperty("entities").EnumerateArray()
                .Select(e => (Start: e.GetProperty("begin").GetInt32(), End: e.GetProperty("end").GetInt32(), Kind: KindOf(e.GetProperty("type").GetString()!), Sure: e.GetProperty("confidence").GetDouble()))
                .Where(e => e.Kind is not null && e.Sure >= 0.5 && HasName(text[e.Start..e.End]))
                .OrderByDescending(e => e.Sure > 0.9).ThenByDescending(e => e.End - e.Start).ThenBy(e => e.Start);
            texts.Add(TrainingText.Of(text, spans.Select(e => (e.Start, e.End, e.Kind!.Value))));
        }
        return texts;
    }

    static PartyKind? KindOf(string type) => type switch
    {
        "Person" or "person" or "PER" => PartyKind.Person,
        "Organisation" or "organization" or "ORG" => PartyKind.Organisation,
        "Location" or "place" or "LOC" => PartyKind.Place,
        _ => null,
    };

    /// <summary>Whether a span holds a name, and not only common nouns.</summary>
    static bool HasName(string span) => Capital().IsMatch(Article().Replace(span, ""));

    [GeneratedRegex(@"\b[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"^(the|an?|we|he|she|it|they|his|her|its|their|our|this|that|these|those|some|all|many)\b\W*", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    /// <summary>Wikigold (CC BY 4.0): token and tag a line.</summary>
    public static List<TrainingText> Wikigold(string path)
    {
        var texts = new List<TrainingText>();
        var text = new StringBuilder();
        var spans = new List<(int, int, PartyKind)>();
        string? open = null;
        foreach (var line in Lines(path).Append("-DOCSTART- O"))
        {
            var columns = line.Split(' ');
            if (columns[0] == "-DOCSTART-")
            {
                if (text.Length > 0) texts.Add(TrainingText.Of(text.ToString(), spans));
                text.Clear();
                spans.Clear();
                open = null;
                continue;
            }
            if (columns.Length < 2) { text.Append('\n'); open = null; continue; }
            var glued = columns[0][0] is '\'' or '.' or ',' or ';' or ':' or '?' or '!' or ')' || text.Length == 0 || text[^1] is '(' or '\n' or '-' || columns[0] == "-";
            if (!glued) text.Append(' ');
            var start = text.Length;
            text.Append(columns[0]);
            var tag = columns[1].Length > 2 ? columns[1][2..] : null;
            if (tag is not null && KindOf(tag) is { } kind)
            {
                if (open == tag && spans.Count > 0) spans[^1] = (spans[^1].Item1, text.Length, kind);
                else spans.Add((start, text.Length, kind));
            }
            open = tag;
        }
        return texts;
    }

    static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
