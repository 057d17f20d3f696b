using System.Text;
using Ostrakon.Fit;

namespace Ostrakon.Rivals;

/// <summary>
/// A list of the user's own with made-up names: the first words of one name and the last words of another, both of listed parties or both
/// from one file of ordinary names. The same number gives the same names.
/// </summary>
static class Synthetic
{
    public const string List = "synthetic";
    static readonly string[] Kinds = ["sports", "register", "synthetic", "companies"];

    public static string PathIn(string folder) => Path.Combine(folder, "synthetic.csv");

    public static void Write(string folder, int count, string[] listed)
    {
        var random = new Random(count);
        var sources = Kinds.Select(k => Screenings.Negatives(int.MaxValue, k).Select(s => s.Query.Names[0]).ToArray()).Append(listed).ToArray();
        var made = new HashSet<string>(StringComparer.Ordinal);
        using var file = new StreamWriter(PathIn(folder), false, new UTF8Encoding(false));
        file.WriteLine("id,schema,name");
        while (made.Count < count)
        {
            var kind = made.Count % sources.Length;
            string Any() => sources[kind][random.Next(sources[kind].Length)];
            var (first, last) = (Any().Split(' '), Any().Split(' '));
            var name = string.Join(' ', [.. first[..((first.Length + 1) / 2)], .. last[(last.Length / 2)..]]).Replace('|', ' ');
            if (name.Length > 3 && made.Add(name))
                file.WriteLine($"{made.Count},{(kind == 3 ? "Company" : kind == 4 ? "LegalEntity" : "Person")},\"{name.Replace("\"", "\"\"")}\"");
        }
    }
}
