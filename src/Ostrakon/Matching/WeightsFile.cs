using System.Collections.Immutable;
using System.Text.Json;

namespace Ostrakon.Matching;

/// <summary>
/// Reads <c>weights.json</c>. By hand: the generated reader of the framework costs the just-in-time compiler three hundred methods, a fifth of the
/// time of a command that answers one name.
/// </summary>
static class WeightsFile
{
    /// <summary>The weights in a file.</summary>
    /// <exception cref="JsonException">It is no JSON, or a number is missing, misspelled or superfluous.</exception>
    public static Weights Parse(ReadOnlyMemory<byte> file)
    {
        using var json = JsonDocument.Parse(file);
        var all = new Numbers(json.RootElement);
        var weights = new Weights((int)all["version"], Channels(all.Part("channels")), Words(all.Part("words")), Name(all.Part("name")), Facts(all.Part("facts")), Calibration(all.Part("calibration")));
        return all.Whole(weights);
    }

    static ChannelWeights Channels(Numbers j) => j.Whole(new ChannelWeights(
        j["variant"], j["class"], j["classAlike"], j["translation"], j["skeleton"], j["edit"], j["editLength"], j["editLeast"], j["prefix"], j["initial"],
        j["joined"], j.Row("acronym"), j["soundTop"], j["sound"], j["soundLeast"], j["otherSigns"], Edits(j.Part("edits"))));

    static EditCosts Edits(Numbers j) => j.Whole(new EditCosts(
        j["vowel"], j["alike"], j["keyboard"], j["digit"], j["swap"], j["doubled"], j["firstLetter"], j["vowelGap"], j["breathGap"]));

    static WordWeights Words(Numbers j) => j.Whole(new WordWeights(
        j["common"], j["commonProof"], j["translated"], j["initial"], j["initialProof"], j["number"], j["numberProof"]));

    static NameWeights Name(Numbers j) => j.Whole(new NameWeights(
        j["contradiction"], j["contradictionEase"], j["omissionPerson"], j["omissionOther"], j["evidence"], j["evidenceScale"], j["order"], j["descent"],
        j["legalForm"], j["numberEase"], j["minor"]));

    static FactWeights Facts(Numbers j) => j.Whole(new FactWeights(
        j["birthDay"], j["birthYear"], j["birthSwapped"], j["birthOneYearOff"], j["birthOtherDay"], j["birthOtherYear"], j["country"], j["otherCountry"],
        j["otherSchema"], j["weakAlias"], j["uniqueIdentifier"], j["issuedIdentifier"], j["issuedIdentifierAlone"], j["otherHullNumber"]));

    static Calibration Calibration(Numbers j) => j.Whole(new Calibration(Curve(j.Part("person")), Curve(j.Part("organisation")), Curve(j.Part("other"))));

    static CalibrationCurve Curve(Numbers j) => j.Whole(new CalibrationCurve(j.Exact("least"), j.Exact("most"), j.Exact("middle"), j.Exact("steepness")));

    /// <summary>An object of the file. Each of its members is to be taken once.</summary>
    sealed class Numbers(JsonElement json)
    {
        int taken;

        public float this[string name] => Take(name).GetSingle();

        public double Exact(string name) => Take(name).GetDouble();

        public Numbers Part(string name) => new(Take(name));

        public ImmutableArray<float> Row(string name) => [.. Take(name).EnumerateArray().Select(static n => n.GetSingle())];

        JsonElement Take(string name)
        {
            if (!json.TryGetProperty(name, out var value)) throw new JsonException($"weights.json lacks '{name}'.");
            taken++;
            return value;
        }

        public T Whole<T>(T read) => json.GetPropertyCount() == taken ? read
            : throw new JsonException($"weights.json has {json.GetPropertyCount() - taken} members that no weight is named after, beside '{json.EnumerateObject().First().Name}'.");
    }
}
