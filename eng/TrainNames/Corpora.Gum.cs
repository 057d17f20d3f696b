using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.TrainNames;

static partial class Corpora
{
    sealed record GumToken(int Start, int End, string Form, string Pos, int Head);

    /// <summary>GUM (annotations CC BY 4.0): news, interviews and speeches; entities whose head is a proper noun, cut to the run
    /// of capitals around it. Biographies and travel guides (CC BY-SA texts) are not used.</summary>
    public static List<TrainingText> Gum(string path)
    {
        var texts = new List<TrainingText>();
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (!Used().IsMatch(entry.Name)) continue;
            using var reader = new StreamReader(entry.Open());
            texts.Add(ReadGum(reader.ReadToEnd()));
        }
        return texts;
    }

    [GeneratedRegex(@"GUM_(news|interview|speech)_.*\.conllu$")]
    private static partial Regex Used();

    [GeneratedRegex(@"\((\d+)-([a-z]+)[^()]*(\)?)|(\d+)\)")]
    private static partial Regex Brackets();

    static TrainingText ReadGum(string conllu)
    {
        var text = new StringBuilder();
        var tokens = new List<GumToken>();
        var open = new Dictionary<string, Stack<(string Type, int First)>>();
        var spans = new List<(string Type, int First, int Last)>();
        var (separator, first) = ("", 0);
        foreach (var line in conllu.Split('\n'))
        {
            if (line.StartsWith("# newpar", StringComparison.Ordinal) && text.Length > 0) separator = "\n";
            var columns = line.Split('\t');
            if (columns.Length != 10 || !columns[0].All(char.IsAsciiDigit)) continue;
            if (columns[0] == "1") first = tokens.Count;
            text.Append(separator);
            tokens.Add(new(text.Length, text.Length + columns[1].Length, columns[1], columns[3], columns[6] == "0" ? -1 : first + int.Parse(columns[6]) - 1));
            text.Append(columns[1]);
            separator = columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal) ? "" : " ";
            var marks = columns[9].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal));
            if (marks is null) continue;
            foreach (Match m in Brackets().Matches(marks[7..]))
            {
                var id = m.Groups[1].Success ? m.Groups[1].Value : m.Groups[4].Value;
                if (!open.TryGetValue(id, out var stack)) open[id] = stack = new();
                if (m.Groups[1].Success) stack.Push((m.Groups[2].Value, tokens.Count - 1));
                if ((m.Groups[3].Length > 0 || m.Groups[4].Success) && stack.TryPop(out var begun)) spans.Add((begun.Type, begun.First, tokens.Count - 1));
            }
        }
        return TrainingText.Of(text.ToString(), spans.Select(s => NameOf(tokens, s.Type, s.First, s.Last)).OfType<(int Start, int End, PartyKind Kind)>()
            .OrderByDescending(s => s.End - s.Start));
    }

    static (int Start, int End, PartyKind Kind)? NameOf(List<GumToken> tokens, string type, int first, int last)
    {
        if (KindOf(type) is not { } kind) return null;
        var head = Enumerable.Range(first, last - first + 1).FirstOrDefault(k => tokens[k].Head < first || tokens[k].Head > last, -1);
        if (head < 0 || tokens[head].Pos != "PROPN") return null;
        bool Capital(int k) => tokens[k].Pos != "DET" && char.IsUpper(tokens[k].Form[0]);
        bool Inside(int k) => k >= first && k <= last && (Capital(k) || tokens[k].Form is "-" or "'s" or "’s" or "of");
        var (low, high) = (head, head);
        while (Inside(low - 1)) low--;
        while (Inside(high + 1)) high++;
        while (high > head && !Capital(high)) high--;
        while (low < head && !Capital(low)) low++;
        return (tokens[low].Start, tokens[high].End, kind);
    }
}
