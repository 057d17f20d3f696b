using System.IO.Compression;
using Ostrakon.Documents.Text;

namespace Ostrakon.TrainText;

/// <summary>A sentence of a treebank. Its text is its words apart by single spaces.</summary>
/// <param name="Text">The words, joined.</param>
/// <param name="Words">Where each word is in the text.</param>
/// <param name="Tags">Gold tags, "VERB/VBD".</param>
/// <param name="Heads">Gold heads; the number of words stands for the root.</param>
/// <param name="Relations">Gold relations.</param>
sealed record TreebankSentence(string Text, Token[] Words, string[] Tags, int[] Heads, Relation[] Relations)
{
    public int Count => Words.Length;

    /// <summary>The sentences of a CoNLL-U file, plain or gzipped.</summary>
    public static List<TreebankSentence> ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        return Read(stream);
    }

    /// <summary>The sentences of the CoNLL-U files in a zip whose name the filter takes.</summary>
    public static List<TreebankSentence> ReadZip(string path, Func<string, bool> wanted)
    {
        using var zip = ZipFile.OpenRead(path);
        var sentences = new List<TreebankSentence>();
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".conllu", StringComparison.Ordinal) && wanted(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            using var stream = entry.Open();
            sentences.AddRange(Read(stream));
        }
        return sentences;
    }

    static List<TreebankSentence> Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        var sentences = new List<TreebankSentence>();
        var rows = new List<string[]>();
        for (var line = reader.ReadLine(); ; line = reader.ReadLine())
        {
            if (line is null or "")
            {
                if (rows.Count > 0) sentences.Add(Of(rows));
                rows.Clear();
                if (line is null) return sentences;
            }
            else if (line.Split('\t') is { Length: 10 } columns && columns[0].All(char.IsAsciiDigit)) rows.Add(columns);
        }
    }

    static TreebankSentence Of(List<string[]> rows)
    {
        var words = new Token[rows.Count];
        for (int i = 0, at = 0; i < rows.Count; at = words[i].End + 1, i++) words[i] = new(at, at + rows[i][1].Length);
        return new(
            string.Join(' ', rows.Select(r => r[1])), words, [.. rows.Select(r => $"{r[3]}/{r[4]}")],
            [.. rows.Select(r => r[6] == "0" ? rows.Count : int.Parse(r[6]) - 1)],
            [.. rows.Select(r => Documents.Text.Relations.Parse(r[7]) ?? Relation.Dep)]);
    }
}
