namespace Ostrakon.Matching;

/// <summary>
/// From score to probability: a line through the points of <c>weights.json</c>, which are the shares that the set "calibration" of the
/// evaluation finds on the developers' half of name_bench (docs/matching.md). Scores and probabilities rank alike.
/// </summary>
static class Calibration
{
    /// <summary>The share of pairs with this score that are the same party.</summary>
    public static double Probability(double score)
    {
        var points = Weights.Current.Calibration;
        for (var i = 1; i < points.Length; i++)
        {
            if (score > points[i].Score) continue;
            var (low, high) = (points[i - 1], points[i]);
            return low.Probability + (score - low.Score) / (high.Score - low.Score) * (high.Probability - low.Probability);
        }
        return points[^1].Probability;
    }
}
