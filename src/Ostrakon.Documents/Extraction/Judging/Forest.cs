using System.Runtime.CompilerServices;
using System.Globalization;
using System.Text;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>
/// A sum of decision trees over features, and its logistic value. The file has a line a node, so that every decision can be followed by
/// hand: <c>tree node feature threshold yes no</c> for a question (value at most threshold: yes), <c>tree node leaf value</c> for an answer.
/// Immutable, thread-safe.
/// </summary>
sealed class Forest
{
    readonly record struct Node(int Feature, float Threshold, int Yes, int No);

    readonly Node[] nodes;
    readonly int[] roots;
    readonly float bias;

    Forest(Node[] nodes, int[] roots, float bias) => (this.nodes, this.roots, this.bias) = (nodes, roots, bias);

    /// <summary>Reads one forest of a weights file.</summary>
    /// <param name="lines">The lines of the forest: "bias VALUE", then nodes in order.</param>
    /// <param name="features">The features that its questions may name.</param>
    public static Forest Read(IEnumerable<string> lines, Feature[] features)
    {
        var index = features.Select(static (f, i) => (f.Name, i)).ToDictionary(static p => p.Name, static p => p.i, StringComparer.Ordinal);
        var (nodes, roots, bias) = (new List<Node>(), new List<int>(), 0f);
        foreach (var cells in lines.Select(static l => l.Split('\t')))
        {
            static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
            static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
            if (cells[0] == "bias") { bias = Number(cells[1]); continue; }
            if (Whole(cells[1]) == 0) roots.Add(nodes.Count);
            var root = roots[^1];
            if (nodes.Count - root != Whole(cells[1])) throw new FormatException($"Node {cells[1]} of tree {cells[0]} is out of order.");
            nodes.Add(cells[2] == "leaf"
                ? new Node(-1, Number(cells[3]), 0, 0)
                : new Node(index.TryGetValue(cells[2], out var f) ? f : throw new FormatException($"There is no feature '{cells[2]}'."), Number(cells[3]), root + Whole(cells[4]), root + Whole(cells[5])));
        }
        return new Forest([.. nodes], [.. roots], bias);
    }

    /// <summary>The probability, 0..1, that the features speak for the article.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Judge(ReadOnlySpan<float> features)
    {
        var sum = bias;
        foreach (var root in roots)
        {
            var node = nodes[root];
            while (node.Feature >= 0) node = nodes[features[node.Feature] <= node.Threshold ? node.Yes : node.No];
            sum += node.Threshold;
        }
        return 1 / (1 + MathF.Exp(-sum));
    }
}
