using System.Collections.Immutable;

namespace Ostrakon.Matching;

/// <summary>All numbers of the matcher, from one readable file beside this code (<c>weights.json</c>). Immutable.</summary>
/// <param name="Version">Counts up with every change.</param>
/// <param name="Channels">How reliable a likeness of two words is.</param>
/// <param name="Words">How much a word proves.</param>
/// <param name="Name">What the alignment of two names adds up to.</param>
/// <param name="Facts">What the other facts add to it.</param>
/// <param name="Calibration">From score to probability, by kind of party.</param>
sealed record Weights(int Version, ChannelWeights Channels, WordWeights Words, NameWeights Name, FactWeights Facts, Calibration Calibration)
{
    /// <summary>The file's bytes, for the configuration's hash.</summary>
    public static byte[] File { get; } = Read();

    /// <summary>The weights in use.</summary>
    public static Weights Current { get; } = WeightsFile.Parse(File);

    static byte[] Read()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("Matching/weights.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <param name="Variant">Factor for a form that is not the usual one.</param>
/// <param name="Class">Equivalent given names.</param>
/// <param name="ClassAlike">The same, and they sound alike or are of two scripts: one name, spelled twice.</param>
/// <param name="Translation">Words of company names in two languages, or two words for one thing (bank, banque, Finanzinstitut).</param>
/// <param name="Skeleton">Equal phonetic keys: what is taken off for typing costs over the letters of both.</param>
/// <param name="Edit">Typing errors: 1 - Edit * cost / letters ^ EditLength.</param>
/// <param name="EditLength">See <paramref name="Edit"/>.</param>
/// <param name="EditLeast">What is less alike is another word.</param>
/// <param name="Prefix">A beginning that stands for the whole word.</param>
/// <param name="Initial">A letter that stands for the whole word.</param>
/// <param name="Joined">Several words written as one.</param>
/// <param name="Acronym">Three, four, five ... first letters that stand for the whole name.</param>
/// <param name="SoundTop">Words of two scripts that sound much the same and are romanised alike.</param>
/// <param name="Sound">What is taken off for typing costs over the letters of both.</param>
/// <param name="SoundLeast">What is less alike in sound is not alike.</param>
/// <param name="OtherSigns">Factor for words in the same signs (Han, Hangul) of which one is another.</param>
/// <param name="Edits">What single typing errors cost.</param>
sealed record ChannelWeights(float Variant, float Class, float ClassAlike, float Translation, float Skeleton, float Edit, float EditLength, float EditLeast, float Prefix, float Initial,
    float Joined, ImmutableArray<float> Acronym, float SoundTop, float Sound, float SoundLeast, float OtherSigns, EditCosts Edits)
{
    float[]? scales;

    /// <summary>What a typing cost of 1 takes off words of so many letters.</summary>
    public float EditScale(int letters) => (scales ??= [.. Enumerable.Range(0, Index.Word.MostLetters + 1).Select(n => Edit / MathF.Pow(Math.Max(n, 1), EditLength))])[letters];

    /// <summary>The weight of an acronym of so many letters.</summary>
    public float OfAcronym(int letters) => Acronym[Math.Min(letters - Index.Abbreviations.ShortestAcronym, Acronym.Length - 1)];
}

/// <param name="Common">What is lost where the most common word has no counterpart; the rarest counts 1.</param>
/// <param name="CommonProof">What the agreement of the most common word proves; that of the rarest counts 1.</param>
/// <param name="Translated">Factor for what is lost where a general word of company names (bank, trading, oil) has no counterpart.</param>
/// <param name="Initial">What is lost where an initial has no counterpart.</param>
/// <param name="InitialProof">What an initial proves.</param>
/// <param name="Number">What is lost where a number has no counterpart.</param>
/// <param name="NumberProof">What a number proves.</param>
sealed record WordWeights(float Common, float CommonProof, float Translated, float Initial, float InitialProof, float Number, float NumberProof);

/// <param name="Contradiction">Per full word that stands against another one.</param>
/// <param name="ContradictionEase">How much less that is for each full word above one that is proved.</param>
/// <param name="OmissionPerson">Per full word that only one of two persons' names has, over the square of what is proved.</param>
/// <param name="OmissionOther">The same for companies, vessels and the like: one word more is often another company of the group.</param>
/// <param name="Evidence">What is missing where hardly anything agrees.</param>
/// <param name="EvidenceScale">After how many full words that is nearly nothing.</param>
/// <param name="Order">Words in another order.</param>
/// <param name="Descent">Father and child exchanged.</param>
/// <param name="LegalForm">Another legal form.</param>
/// <param name="NumberEase">Numbers that differ cost less where more than so many full words are proved (funds and trusts in series).</param>
/// <param name="Minor">Each title, particle or legal form that only one side has.</param>
sealed record NameWeights(float Contradiction, float ContradictionEase, float OmissionPerson, float OmissionOther, float Evidence, float EvidenceScale, float Order, float Descent, float LegalForm, float NumberEase, float Minor);

/// <param name="BirthDay">The same birth date.</param>
/// <param name="BirthYear">The same as far as it is known.</param>
/// <param name="BirthSwapped">Day and month exchanged, or one part mistyped.</param>
/// <param name="BirthOneYearOff">The neighbouring year.</param>
/// <param name="BirthOtherDay">Another day of the same year.</param>
/// <param name="BirthOtherYear">Another year.</param>
/// <param name="Country">A country in common.</param>
/// <param name="OtherCountry">None in common.</param>
/// <param name="OtherSchema">A person against a vessel, and the like.</param>
/// <param name="WeakAlias">The name is a weak alias and no other fact speaks for the party.</param>
/// <param name="UniqueIdentifier">The score where an identifier agrees that is unique in the world.</param>
/// <param name="IssuedIdentifier">The score where an issued identifier agrees and the name is alike.</param>
/// <param name="IssuedIdentifierAlone">The same where the name is another one.</param>
/// <param name="OtherHullNumber">Another IMO number.</param>
sealed record FactWeights(float BirthDay, float BirthYear, float BirthSwapped, float BirthOneYearOff, float BirthOtherDay, float BirthOtherYear,
    float Country, float OtherCountry, float OtherSchema, float WeakAlias, float UniqueIdentifier, float IssuedIdentifier, float IssuedIdentifierAlone,
    float OtherHullNumber);
