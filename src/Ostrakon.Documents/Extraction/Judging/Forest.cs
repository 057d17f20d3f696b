using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>
/// A sum of decision trees over features, and its logistic value. The file has a line a node, so that every decision can be followed by
/// hand: <c>tree node feature threshold yes no</c> for a question (value at most threshold: yes), <c>tree node leaf value</c> for an answer.
/// Trees are not walked: the questions of all of them stand together, feature by feature and by rising threshold, and each that is answered with no
/// strikes out the answers under its yes; the first answer that is left in a tree is its own (QuickScorer, Lucchese et al. 2015). Immutable, thread-safe.
/// </summary>
sealed class Forest
{
    const int MostLeaves = 16, MostTrees = 4096;

    /// <summary>A question, and the leaves that are left in its tree where the value is above the threshold.</summary>
    readonly record struct Question(float Threshold, ushort Tree, ushort Left);

    /// <summary>The questions about one feature: where they end among all, after those of the one before.</summary>
    readonly record struct Asked(int Feature, int End);

    readonly Question[] questions;
    readonly Asked[] asked;
    readonly float[] leaves;             // MostLeaves a tree
    readonly float bias;

    Forest(Question[] questions, Asked[] asked, float[] leaves, float bias) => (this.questions, this.asked, this.leaves, this.bias) = (questions, asked, leaves, bias);

    /// <summary>The features that its questions ask for, by their index.</summary>
    public IEnumerable<int> Features => asked.Select(static a => a.Feature);

    /// <summary>Reads one forest of a weights file.</summary>
    /// <param name="lines">The lines of the forest: "bias VALUE", then nodes in order.</param>
    /// <param name="features">The features that its questions may name.</param>
    public static Forest Read(IEnumerable<string> lines, Feature[] features)
    {
        var index = features.Select(static (f, i) => (f.Name, i)).ToDictionary(static p => p.Name, static p => p.i, StringComparer.Ordinal);
        var (trees, bias) = (new List<List<string[]>>(), 0f);
        foreach (var cells in lines.Select(static l => l.Split('\t')))
        {
            if (cells[0] == "bias") { bias = Number(cells[1]); continue; }
            if (Whole(cells[1]) == 0) trees.Add([]);
            if (trees[^1].Count != Whole(cells[1])) throw new FormatException($"Node {cells[1]} of tree {cells[0]} is out of order.");
            trees[^1].Add(cells);
        }
        if (trees.Count > MostTrees) throw new FormatException($"{trees.Count} trees, the most are {MostTrees}.");
        var questions = new List<(int Feature, Question Question)>();
        var leaves = new float[trees.Count * MostLeaves];
        for (var tree = 0; tree < trees.Count; tree++)
        {
            var (nodes, number, count) = (trees[tree], tree, 0);
            Take(0);

            // Numbers the leaves from yes to no, and strikes those of its yes out of what each question leaves.
            void Take(int node)
            {
                var cells = nodes[node];
                if (cells[2] == "leaf")
                {
                    if (count == MostLeaves) throw new FormatException($"Tree {cells[0]} has more than {MostLeaves} leaves.");
                    leaves[number * MostLeaves + count++] = Number(cells[3]);
                    return;
                }
                var first = count;
                Take(Whole(cells[4]));
                var struck = (1 << count) - (1 << first);
                questions.Add((index.TryGetValue(cells[2], out var f) ? f : throw new FormatException($"There is no feature '{cells[2]}'."), new Question(Number(cells[3]), (ushort)number, (ushort)~struck)));
                Take(Whole(cells[5]));
            }
        }
        var sorted = questions.OrderBy(static q => q.Feature).ThenBy(static q => q.Question.Threshold).ToList();
        var asked = sorted.Select(static (q, i) => (q.Feature, End: i + 1)).GroupBy(static q => q.Feature).Select(static g => new Asked(g.Key, g.Max(static q => q.End))).ToArray();
        return new Forest([.. sorted.Select(static q => q.Question)], asked, leaves, bias);
    }

    static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
    static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The probability, 0..1, that the features speak for the article.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Judge(ReadOnlySpan<float> features)
    {
        Span<ushort> left = stackalloc ushort[leaves.Length / MostLeaves];
        left.Fill(ushort.MaxValue);
        var at = 0;
        foreach (var (feature, end) in asked)
        {
            var value = features[feature];
            for (; at < end && questions[at].Threshold < value; at++) left[questions[at].Tree] &= questions[at].Left;
            at = end;
        }
        var sum = bias;
        for (var tree = 0; tree < left.Length; tree++) sum += leaves[tree * MostLeaves + BitOperations.TrailingZeroCount((uint)left[tree])];
        return 1 / (1 + MathF.Exp(-sum));
    }
}
