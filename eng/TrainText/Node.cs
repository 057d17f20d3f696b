using Ostrakon.Documents.Text;

namespace Ostrakon.TrainText;

/// <summary>A word with its dependents, for building sentences whose trees are known.</summary>
sealed class Node(string word, string tag)
{
    public string Word { get; set; } = word;
    public string Tag { get; set; } = tag;
    readonly List<(Relation Relation, Node Child)> left = [], right = [];

    /// <summary>Adds a dependent before the word, behind those that are there.</summary>
    public Node Before(Relation relation, Node child)
    {
        left.Add((relation, child));
        return this;
    }

    /// <summary>Adds a dependent in front of all others.</summary>
    public Node First(Relation relation, Node child)
    {
        left.Insert(0, (relation, child));
        return this;
    }

    /// <summary>Adds a dependent behind the word and all that is there.</summary>
    public Node After(Relation relation, Node child)
    {
        right.Add((relation, child));
        return this;
    }

    /// <summary>Adds a dependent right behind the word.</summary>
    public Node Next(Relation relation, Node child)
    {
        right.Insert(0, (relation, child));
        return this;
    }

    public Node FirstWord() => left.Count > 0 ? left[0].Child.FirstWord() : this;

    public TreebankSentence ToSentence()
    {
        var words = new List<(Node Node, Node? Head, Relation Relation)>();
        Walk(this, null, Relation.Root, words);
        var numbers = words.Select((w, i) => (w.Node, i)).ToDictionary(w => w.Node, w => w.i);
        var tokens = new Token[words.Count];
        for (int i = 0, at = 0; i < words.Count; at = tokens[i].End + 1, i++) tokens[i] = new(at, at + words[i].Node.Word.Length);
        return new(
            string.Join(' ', words.Select(w => w.Node.Word)), tokens, [.. words.Select(w => w.Node.Tag)],
            [.. words.Select(w => w.Head is null ? words.Count : numbers[w.Head])], [.. words.Select(w => w.Relation)]);
    }

    static void Walk(Node node, Node? head, Relation relation, List<(Node, Node?, Relation)> words)
    {
        foreach (var (r, child) in node.left) Walk(child, node, r, words);
        words.Add((node, head, relation));
        foreach (var (r, child) in node.right) Walk(child, node, r, words);
    }
}
