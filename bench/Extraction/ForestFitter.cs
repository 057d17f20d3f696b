using System.Globalization;

namespace Ostrakon.Extraction.Bench;

/// <summary>Settings of a fit.</summary>
/// <param name="Trees">How many trees.</param>
/// <param name="Leaves">Leaves of a tree, at most.</param>
/// <param name="Rate">How much of its answer a tree adds.</param>
/// <param name="MinimumWeight">What a leaf must hold at least, in second derivatives.</param>
/// <param name="Ridge">Pulls answers to zero.</param>
/// <param name="FeatureShare">The share of the features that a tree may ask.</param>
/// <param name="PageShare">The share of the pages that a tree sees.</param>
sealed record FitSettings(int Trees, int Leaves, double Rate, double MinimumWeight, double Ridge, double FeatureShare, double PageShare);

/// <summary>
/// Fits a sum of small decision trees to soft labels by gradient boosting on the logistic loss (Friedman 2001; splits by second-order gain as in
/// Chen and Guestrin 2016, on at most 63 thresholds a feature). Each tree sees a share of the pages and of the features (Friedman 2002), drawn by a
/// generator with a fixed seed: the same rows give the same forest.
/// </summary>
sealed class ForestFitter
{
    const int Bins = 64;

    readonly float[][] thresholds;
    readonly byte[] bins;              // row by row
    readonly int features;
    readonly float[] labels;
    readonly double[] weights;
    readonly int[] pages;
    readonly int pageCount;

    /// <summary>Takes the rows with their labels (0..1), weights, and the number of the page that each is on.</summary>
    public ForestFitter(IReadOnlyList<float[]> rows, float[] labels, double[] weights, int[] pages)
    {
        (this.labels, this.weights, this.pages, pageCount) = (labels, weights, pages, pages.Max() + 1);
        features = rows[0].Length;
        thresholds = new float[features][];
        bins = new byte[rows.Count * features];
        Parallel.For(0, features, f =>
        {
            var values = new float[rows.Count];
            for (var i = 0; i < values.Length; i++) values[i] = rows[i][f];
            thresholds[f] = Cuts(values);
            for (var i = 0; i < values.Length; i++)
            {
                var at = Array.BinarySearch(thresholds[f], values[i]);
                bins[i * features + f] = (byte)(at >= 0 ? at : ~at);
            }
        });
    }

    /// <summary>At most 63 cuts, between values, at even shares of the rows.</summary>
    static float[] Cuts(float[] values)
    {
        var sorted = (float[])values.Clone();
        Array.Sort(sorted);
        var cuts = new SortedSet<float>();
        for (var k = 1; k < Bins; k++) cuts.Add(sorted[(long)k * (sorted.Length - 1) / Bins]);
        // Rare values (most flags) would fall between the shares.
        var distinct = new List<float>();
        for (var i = 0; i < sorted.Length && distinct.Count < Bins; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) distinct.Add(sorted[i]);
        if (distinct.Count < Bins) cuts = new SortedSet<float>(distinct);
        cuts.Remove(sorted[^1]);
        return [.. cuts];
    }

    sealed class Leaf
    {
        public required int[] Rows;
        public required int Node;
        public double Gain;
        public int Feature = -1, Bin;
        public double G, H;
        /// <summary>First and second derivatives, summed by bin of the features that the tree may ask.</summary>
        public double[]? Sums;
    }

    /// <summary>The lines of the forest, as Forest reads them.</summary>
    public List<string> Fit(FitSettings settings, string[] names)
    {
        var lines = new List<string>();
        var sum = new double[labels.Length];
        double all = weights.Sum(), positive = labels.Zip(weights, (y, w) => y * w).Sum();
        var bias = Math.Log(positive / (all - positive));
        Array.Fill(sum, bias);
        lines.Add($"bias\t{bias.ToString("0.#####", CultureInfo.InvariantCulture)}");
        var random = new Random(20261123);
        var (gradient, hessian) = (new double[labels.Length], new double[labels.Length]);
        for (var tree = 0; tree < settings.Trees; tree++)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-sum[i]));
                gradient[i] = weights[i] * (p - labels[i]);
                hessian[i] = weights[i] * p * (1 - p);
            }
            var seen = new bool[pageCount];
            for (var p = 0; p < pageCount; p++) seen[p] = random.NextDouble() < settings.PageShare;
            var asked = Enumerable.Range(0, features).Where(_ => random.NextDouble() < settings.FeatureShare).ToArray();
            Grow(tree, settings, names, seen, asked, gradient, hessian, sum, lines);
        }
        return lines;
    }

    void Grow(int tree, FitSettings settings, string[] names, bool[] seen, int[] asked, double[] gradient, double[] hessian, double[] sum, List<string> lines)
    {
        var nodes = new List<(int Feature, int Bin, int Yes, int No, double Value)> { default };
        var leaves = new List<Leaf> { new() { Rows = [.. Enumerable.Range(0, labels.Length).Where(r => seen[pages[r]])], Node = 0 } };
        leaves[0].Sums = Sums(leaves[0].Rows, asked, gradient, hessian);
        Best(leaves[0], settings, asked);
        while (leaves.Count < settings.Leaves)
        {
            var leaf = leaves.MaxBy(l => l.Gain)!;
            if (leaf.Gain <= 1e-9) break;
            leaves.Remove(leaf);
            var yes = new Leaf { Rows = [.. leaf.Rows.Where(r => bins[r * features + leaf.Feature] <= leaf.Bin)], Node = nodes.Count };
            var no = new Leaf { Rows = [.. leaf.Rows.Where(r => bins[r * features + leaf.Feature] > leaf.Bin)], Node = nodes.Count + 1 };
            nodes[leaf.Node] = (leaf.Feature, leaf.Bin, yes.Node, no.Node, 0);
            nodes.Add(default);
            nodes.Add(default);
            var (small, large) = yes.Rows.Length < no.Rows.Length ? (yes, no) : (no, yes);
            small.Sums = Sums(small.Rows, asked, gradient, hessian);
            large.Sums = leaf.Sums!;
            for (var k = 0; k < large.Sums.Length; k++) large.Sums[k] -= small.Sums[k];
            Best(small, settings, asked);
            Best(large, settings, asked);
            leaves.Add(yes);
            leaves.Add(no);
        }
        foreach (var leaf in leaves)
        {
            // As the file will say it, so that the fit goes on from what will be read.
            var value = Math.Round(-settings.Rate * leaf.G / (leaf.H + settings.Ridge), 5);
            nodes[leaf.Node] = (-1, 0, 0, 0, value);
        }
        for (var r = 0; r < sum.Length; r++)
        {
            var n = 0;
            while (nodes[n].Feature >= 0) n = bins[r * features + nodes[n].Feature] <= nodes[n].Bin ? nodes[n].Yes : nodes[n].No;
            sum[r] += nodes[n].Value;
        }
        for (var n = 0; n < nodes.Count; n++)
        {
            var (feature, bin, yes, no, value) = nodes[n];
            lines.Add(feature < 0
                ? string.Create(CultureInfo.InvariantCulture, $"{tree}\t{n}\tleaf\t{value:0.#####}")
                : string.Create(CultureInfo.InvariantCulture, $"{tree}\t{n}\t{names[feature]}\t{thresholds[feature][bin]:R}\t{yes}\t{no}"));
        }
    }

    double[] Sums(int[] rows, int[] asked, double[] gradient, double[] hessian)
    {
        const int parts = 2;                                             // fixed, so that sums round alike on every machine
        var sums = new double[parts][];
        Parallel.For(0, parts, part =>
        {
            var mine = sums[part] = new double[features * 2 * Bins];
            for (var at = rows.Length * part / parts; at < rows.Length * (part + 1) / parts; at++)
            {
                var r = rows[at];
                var (g, h) = (gradient[r], hessian[r]);
                var own = bins.AsSpan(r * features, features);
                foreach (var f in asked)
                {
                    var k = (f * Bins + own[f]) * 2;
                    mine[k] += g;
                    mine[k + 1] += h;
                }
            }
        });
        for (var k = 0; k < sums[0].Length; k++) sums[0][k] += sums[1][k];
        return sums[0];
    }

    void Best(Leaf leaf, FitSettings settings, int[] asked)
    {
        var any = asked[0] * Bins;
        for (var b = any; b < any + Bins; b++) { leaf.G += leaf.Sums![2 * b]; leaf.H += leaf.Sums[2 * b + 1]; }
        foreach (var f in asked)
        {
            double left = 0, leftWeight = 0, whole = leaf.G * leaf.G / (leaf.H + settings.Ridge);
            for (var b = 0; b < thresholds[f].Length; b++)
            {
                var k = (f * Bins + b) * 2;
                left += leaf.Sums![k];
                leftWeight += leaf.Sums[k + 1];
                var (right, rightWeight) = (leaf.G - left, leaf.H - leftWeight);
                if (leftWeight < settings.MinimumWeight || rightWeight < settings.MinimumWeight) continue;
                var gain = left * left / (leftWeight + settings.Ridge) + right * right / (rightWeight + settings.Ridge) - whole;
                if (gain > leaf.Gain) (leaf.Gain, leaf.Feature, leaf.Bin) = (gain, f, b);
            }
        }
    }
}
