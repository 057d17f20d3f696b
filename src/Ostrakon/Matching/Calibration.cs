using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>
/// From score to probability, fitted on the developers' half of name_bench (docs/matching.md): a curve for each kind of party. Within a kind,
/// scores and probabilities rank alike.
/// </summary>
/// <param name="Person">For persons.</param>
/// <param name="Organisation">For companies and organisations.</param>
/// <param name="Other">For vessels and the like, and where nobody says what is named: all pairs together, since too few are theirs.</param>
sealed record Calibration(CalibrationCurve Person, CalibrationCurve Organisation, CalibrationCurve Other)
{
    /// <summary>The share of pairs of this schema and with this score that are the same party.</summary>
    public static double Probability(double score, string? schema) => Weights.Current.Calibration.For(schema).At(score);

    /// <summary>The curve for a schema.</summary>
    public CalibrationCurve For(string? schema) => NameSorts.Of(schema) switch
    {
        NameSort.Person => Person,
        NameSort.Organisation => Organisation,
        _ => Other,
    };
}

/// <summary>A logistic curve between two shares: labels and lists have errors at both ends.</summary>
/// <param name="Least">The share at the lowest scores.</param>
/// <param name="Most">The share at the highest scores.</param>
/// <param name="Middle">The score halfway between.</param>
/// <param name="Steepness">Of the logistic function.</param>
sealed record CalibrationCurve(double Least, double Most, double Middle, double Steepness)
{
    /// <summary>The share at a score.</summary>
    public double At(double score) => Least + (Most - Least) / (1 + Math.Exp(-Steepness * (score - Middle)));
}
