namespace Ostrakon.Documents.Text;

/// <summary>A sentence while it is parsed: stack, next word and the arcs found so far. The root stands after the last word. Reused from
/// sentence to sentence; not safe for use by two threads.</summary>
sealed class ParserState
{
    const int None = -1;
    int[] stack = [];
    int depth;

    public WordShapes Shapes { get; private set; } = new();
    public byte[] Tags { get; private set; } = [];
    public int[] Heads { get; private set; } = [];
    public Relation[] Relations { get; private set; } = [];
    public int Count { get; private set; }

    /// <summary>The next word of the sentence; Count is the root.</summary>
    public int Next { get; private set; }

    int[] left1 = [], left2 = [], right1 = [], right2 = [], lefts = [], rights = [];

    /// <summary>Begins a sentence.</summary>
    public void Begin(WordShapes shapes, byte[] tags)
    {
        (Shapes, Tags, Count, Next, depth) = (shapes, tags, shapes.Count, 0, 0);
        if (Heads.Length <= Count)
        {
            var size = Math.Max(Count, SentenceSplitter.Longest) + 1;
            (stack, Heads, Relations) = (new int[size], new int[size], new Relation[size]);
            (left1, left2, right1, right2, lefts, rights) = (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
        }
        Array.Fill(Heads, None, 0, Count + 1);
        foreach (var link in (ReadOnlySpan<int[]>)[left1, left2, right1, right2]) Array.Fill(link, None, 0, Count + 1);
        Array.Clear(lefts, 0, Count + 1);
        Array.Clear(rights, 0, Count + 1);
        Array.Clear(Relations, 0, Count + 1);
    }

    public bool IsFinal => Next == Count && depth == 0;

    /// <summary>The word at a depth of the stack, or -1.</summary>
    public int Stack(int i) => i < depth ? stack[depth - 1 - i] : None;
    public int Depth => depth;

    /// <summary>The word i places on in the buffer; Count is the root, -1 is beyond.</summary>
    public int Buffer(int i) => Next + i <= Count ? Next + i : None;

    public bool Allows(int move) => move switch
    {
        Parser.Shift => Next < Count,
        Parser.Left => depth > 0,
        _ => depth > 1,
    };

    /// <summary>The transition where only one is possible, else -1.</summary>
    public int OnlyMove => depth == 0 ? Parser.Shift : -1;

    public (int Head, int Word) ArcOf(int move) => (move == Parser.Left ? Next : Stack(1), Stack(0));

    public void Shift() => stack[depth++] = Next++;

    public void Attach(int move, Relation relation)
    {
        var (head, word) = ArcOf(move);
        depth--;
        (Heads[word], Relations[word]) = (head, relation);
        if (word < head)
        {
            // The latest left child is the outermost.
            (left2[head], left1[head]) = (left1[head], word);
            lefts[head]++;
        }
        else
        {
            (right2[head], right1[head]) = (right1[head], word);
            rights[head]++;
        }
    }

    /// <summary>The outermost child on the left so far, or -1; the second, and the same on the right.</summary>
    public int Left1(int i) => i < 0 ? None : left1[i];
    public int Left2(int i) => i < 0 ? None : left2[i];
    public int Right1(int i) => i < 0 ? None : right1[i];
    public int Right2(int i) => i < 0 ? None : right2[i];
    public int Lefts(int i) => i < 0 ? 0 : Math.Min(lefts[i], 6);
    public int Rights(int i) => i < 0 ? 0 : Math.Min(rights[i], 6);

    public ulong Word(int i) => i < 0 ? 3 : i == Count ? 4 : Shapes.Word(i);
    public ulong Tag(int i) => i < 0 ? 253 : i == Count ? 252ul : Tags[i];
    public ulong Rel(int i) => i < 0 ? 251 : (ulong)Relations[i];
}
