using System.Text;
using System.Text.Json;
using Ostrakon.Matching;

namespace Ostrakon.Tests.Matching;

public class WeightsFileTests
{
    static readonly JsonSerializerOptions ByName = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Every number is read into the weight of its name: as by a reader that goes by the names of the properties.</summary>
    [Fact]
    public void Every_number_becomes_the_weight_of_its_name() =>
        JsonSerializer.Serialize(Weights.Current, ByName).ShouldBe(JsonSerializer.Serialize(JsonSerializer.Deserialize<Weights>(Weights.File, ByName), ByName));

    [Theory]
    [InlineData("\"minor\": 0.005", "\"minr\": 0.005", "lacks 'minor'")]
    [InlineData("\"minor\": 0.005", "\"minor\": 0.005, \"major\": 1", "1 members that no weight is named after")]
    public void A_misspelled_number_is_refused(string text, string wrong, string message)
    {
        var file = Encoding.UTF8.GetString(Weights.File);
        file.ShouldContain(text);
        Should.Throw<JsonException>(() => WeightsFile.Parse(Encoding.UTF8.GetBytes(file.Replace(text, wrong, StringComparison.Ordinal)))).Message.ShouldContain(message);
    }
}
