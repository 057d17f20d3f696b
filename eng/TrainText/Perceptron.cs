using Ostrakon.Documents.Text;

namespace Ostrakon.TrainText;

/// <summary>An averaged perceptron over hashed features (Collins 2002).</summary>
/// <param name="classes">Number of classes.</param>
/// <param name="atOnce">Whether a feature learns from the first mistake it is in; else from the second, so that accidents cost no memory.</param>
sealed class Perceptron(int classes, bool atOnce = false)
{
    readonly Dictionary<ulong, Row> rows = [];
    long now = 1;

    sealed class Row(int classes)
    {
        public readonly float[] Weights = new float[classes];
        public readonly double[] Totals = new double[classes];
        public long Stamp;
        public int Mistakes;
    }

    readonly HashSet<ulong> once = [];

    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            if (!rows.TryGetValue(feature, out var row)) continue;
            var weights = row.Weights;
            for (var i = 0; i < weights.Length; i++) scores[i] += weights[i];
        }
        now++;
    }

    /// <summary>Moves the weights of the features towards one class and away from another.</summary>
    public void Update(ReadOnlySpan<ulong> features, int right, int wrong)
    {
        foreach (var feature in features)
        {
            if (!rows.TryGetValue(feature, out var row))
            {
                if (!atOnce && once.Add(feature)) continue;
                rows.Add(feature, row = new Row(classes));
            }
            Settle(row);
            row.Mistakes++;
            row.Weights[right]++;
            row.Weights[wrong]--;
        }
    }

    void Settle(Row row)
    {
        for (var i = 0; i < classes; i++) row.Totals[i] += (double)row.Weights[i] * (now - row.Stamp);
        row.Stamp = now;
    }

    /// <summary>The averaged model with its greatest weights, rounded to whole numbers.</summary>
    public LinearModel Average(int mostWeights)
    {
        foreach (var row in rows.Values) Settle(row);
        var sizes = rows.Values.SelectMany(r => r.Totals).Select(Math.Abs).Where(w => w > 0).OrderDescending().ToList();
        var scale = LinearModel.Greatest / sizes[0];
        var least = Math.Max(sizes[Math.Min(mostWeights, sizes.Count) - 1], 0.5 / scale);
        return LinearModel.Build(classes, [.. rows
            .Select(r => (r.Key, r.Value.Totals
                .Select((w, i) => (i, w)).Where(w => Math.Abs(w.w) > least).Select(w => (w.i, (short)Math.Round(w.w * scale))).ToArray()))
            .Where(r => r.Item2.Length > 0).OrderBy(r => r.Key)]);
    }

    public int Rows => rows.Count;
}
