namespace Ostrakon.Matching;

/// <summary>From score to probability.</summary>
static class Calibration
{
    /// <summary>The share of pairs with this score that are the same party.</summary>
    public static double Probability(double score) => score;
}
