namespace Ostrakon.Fit;

/// <summary>How good scores are against labels.</summary>
static class Measures
{
    /// <summary>Precision, recall and F1 of "score at or above the threshold".</summary>
    public static (double Precision, double Recall, double F1) At(IReadOnlyList<(double Score, bool Match)> scored, double threshold)
    {
        double hit = scored.Count(s => s.Match && s.Score >= threshold), flagged = scored.Count(s => s.Score >= threshold), all = scored.Count(s => s.Match);
        double p = flagged > 0 ? hit / flagged : 0, r = all > 0 ? hit / all : 0;
        return (p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
    }

    /// <summary>The best F1 and its threshold.</summary>
    public static (double F1, double Threshold) Best(IReadOnlyList<(double Score, bool Match)> scored) =>
        scored.Select(s => s.Score).Distinct().Select(t => (At(scored, t).F1, t)).Max();
}
