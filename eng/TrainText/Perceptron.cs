using Ostrakon.Documents.Text;

namespace Ostrakon.TrainText;

/// <summary>An averaged perceptron over hashed features (Collins 2002). A feature gets its weights when it has been seen in two mistakes,
/// so that accidents cost no memory.</summary>
sealed class Perceptron(int classes)
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
                if (once.Add(feature)) continue;
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

    /// <summary>The averaged model with its most useful rows, weights rounded to whole numbers.</summary>
    public LinearModel Average(int mostRows)
    {
        foreach (var row in rows.Values) Settle(row);
        var kept = rows.Select(r => (r.Key, r.Value.Totals, Use: r.Value.Totals.Sum(Math.Abs)))
            .OrderByDescending(r => r.Use).ThenBy(r => r.Key).Take(mostRows).ToList();
        var scale = LinearModel.Greatest / kept.Max(r => r.Totals.Max(Math.Abs));
        return LinearModel.Build(classes, [.. kept.Select(r => (r.Key, r.Totals.Select(w => (short)Math.Round(w * scale)).ToArray()))
            .Where(r => r.Item2.Any(w => w != 0))]);
    }

    public int Rows => rows.Count;
}
