using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Tests.Lists.Reading;

public class WrittenNamesTests
{
    [Theory]
    [InlineData("JSC “Kometa”", false, "JSC “Kometa”")]
    [InlineData("\"Kometa\"", false, "Kometa")]
    [InlineData("Kometa Co., Ltd.", false, "Kometa Co., Ltd.")]
    [InlineData("Kometa (KMT); Meteor", false, "Kometa (KMT)|Meteor")]
    [InlineData("Leader (Hong Kong) Trading", false, "Leader (Hong Kong) Trading")]
    [InlineData("General Bureau of Examples (GBE)", false, "General Bureau of Examples (GBE)|General Bureau of Examples|GBE")]
    [InlineData("Tarvo Nemelka (Тарво Немелка)", true, "Tarvo Nemelka|Тарво Немелка")]
    [InlineData("تارفو (Tarvo; Tarbo)", true, "تارفو|Tarvo|Tarbo")]
    [InlineData("NEMELKA, Tarvo", true, "Tarvo NEMELKA")]
    [InlineData("Tarvo Nemelka, Jr", true, "Tarvo Nemelka, Jr")]
    [InlineData("Tarvo Nemelka, born 1 Jan. 1953", true, "Tarvo Nemelka")]
    [InlineData("Tarvo Nemelka (previously listed as)", true, "Tarvo Nemelka")]
    [InlineData(" ; ", true, "")]
    public void A_field_is_read_as_the_names_in_it(string field, bool person, string names) =>
        string.Join('|', WrittenNames.Split(field, NameKind.Alias, person).Select(n => n.Text)).ShouldBe(names);
}
