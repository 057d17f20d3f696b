using System.Collections.Frozen;

namespace Ostrakon.Names;

/// <summary>Words that have a role in names, by their folded form in their own script; phrases are joined by one blank.</summary>
sealed class Lexicon
{
    /// <summary>The most words a phrase has.</summary>
    public const int LongestPhrase = 5;

    static readonly Lexicon?[] ByScript = new Lexicon?[Enum.GetValues<Script>().Length];

    readonly Dictionary<string, Meaning>.AlternateLookup<ReadOnlySpan<char>> _meanings;

    Lexicon(Dictionary<string, Meaning> meanings) => _meanings = meanings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word or phrase stands for; null where it is a plain name.</summary>
    public Meaning? Find(ReadOnlySpan<char> words) => _meanings.TryGetValue(words, out var meaning) ? meaning : null;

    /// <summary>The words written in a script; read when the first word of the script turns up.</summary>
    public static Lexicon For(Script script) => Volatile.Read(ref ByScript[(int)script]) ?? Load(script);

    static Lexicon Load(Script script)
    {
        var meanings = new Dictionary<string, Meaning>();
        foreach (var cells in TableFile.Rows("words"))
            if ((cells[0][0] < 0x80 ? Script.Latin : Scripts.Of(cells[0][0])) == script)
                meanings.TryAdd(cells[0], Meaning.Parse(cells));
        var lexicon = new Lexicon(meanings);
        Volatile.Write(ref ByScript[(int)script], lexicon);
        return lexicon;
    }

    /// <summary>The role of a word and the class it belongs to.</summary>
    public sealed record Meaning(TokenRole Role, string? Class, char Sort)
    {
        public bool AppliesTo(NameSort sort) => Sort switch
        {
            'p' => sort is NameSort.Person or NameSort.Any,
            'o' => sort is not NameSort.Person,
            _ => true,
        };

        public static Meaning Parse(string[] cells) => new(
            cells[1] switch
            {
                "particle" => TokenRole.Particle,
                "title" => TokenRole.Title,
                "legal" => TokenRole.LegalForm,
                "number" => TokenRole.Number,
                "name" => TokenRole.Name,
                _ => throw new InvalidDataException($"unknown role {cells[1]}"),
            },
            cells.Length > 2 && cells[2].Length > 0 ? cells[2] : null,
            cells.Length > 3 && cells[3].Length > 0 ? cells[3][0] : ' ');
    }
}
