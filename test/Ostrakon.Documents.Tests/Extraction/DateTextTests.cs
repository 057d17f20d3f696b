using CsCheck;
using Ostrakon.Documents.Extraction.Metadata;

namespace Ostrakon.Documents.Tests.Extraction;

public class DateTextTests
{
    [Theory]
    [InlineData("24 April 2020", "en", "2020-04-24")]
    [InlineData("Friday, April 24th, 2020 at 7:15 p.m.", "en", "2020-04-24")]
    [InlineData("Fri Apr 24 21:14:08 GMT 2020", "en", "2020-04-24")]
    [InlineData("24. april '20", "da", "2020-04-24")]
    [InlineData("24 de abril de 2020", "es", "2020-04-24")]
    [InlineData("24 d’abril del 2020", "ca", "2020-04-24")]
    [InlineData("24 kwietnia 2020", "pl", "2020-04-24")]
    [InlineData("24 апреля 2020, 10:15", "ru", "2020-04-24")]
    [InlineData("24 Απριλίου 2020", "el", "2020-04-24")]
    [InlineData("2020. április 24.", "hu", "2020-04-24")]
    [InlineData("2020. gada 24. aprīlis", "lv", "2020-04-24")]
    [InlineData("2020 m. balandžio 24 d.", "lt", "2020-04-24")]
    [InlineData("24 tháng 4, 2020", "vi", "2020-04-24")]
    [InlineData("الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", "ar", "2020-04-24")]
    [InlineData("24 تشرين الأول 2020", "ar", "2020-10-24")]
    [InlineData("২৪ এপ্রিল ২০২০", "bn", "2020-04-24")]
    [InlineData("24 เม.ย. 2563", "th", "2020-04-24")]
    [InlineData("۵ اردیبهشت ۱۳۹۹", "fa", "2020-04-24")]
    [InlineData("۱۳۹۹/۲/۵", "fa", "2020-04-24")]
    [InlineData("2020年4月24日 10:15", "ja", "2020-04-24")]
    [InlineData("2020년 4월 24일", "ko", "2020-04-24")]
    [InlineData("5 listopada 2020", "pl", "2020-11-05")]                  // the eleventh month in Polish,
    [InlineData("5. listopada 2020.", "hr", "2020-10-05")]                // the tenth in Croatian
    [InlineData("20200424T101500Z", null, "2020-04-24")]
    public void Dates_are_read_in_many_languages(string text, string? language, string day) => Day(text, language).ShouldBe(day);

    [Theory]
    [InlineData("3/4/2020", "en", "2020-03-04")]
    [InlineData("3/4/2020", "en-GB", "2020-04-03")]
    [InlineData("3.4.2020", "en", "2020-04-03")]
    [InlineData("24/4/20", "en", "2020-04-24")]
    public void Figures_are_read_in_the_order_of_the_language(string text, string language, string day) => Day(text, language).ShouldBe(day);

    [Theory]
    [InlineData("")]
    [InlineData("April 2020")]
    [InlineData("31 April 2020")]
    [InlineData("12 Mara 2020")]
    [InlineData("Version 10.12.19.1")]
    [InlineData("12 March 20:15")]
    [InlineData("2563/14/24 1399/99/99 99999999 0000-00-00")]
    public void What_is_no_day_is_none(string text) => Day(text, "en").ShouldBeNull();

    static readonly string[] Pieces = ["1", "31", "99", "2020", "1399", "2563", "20200424", "99999999999999", ".", "/", "-", " ", "'", "年", "月", "日", "april", "تشرين", "الأول", "de", "tháng", "th", ":", "۱۲", "\ud83d", "\u0e34", "ก.พ"];

    static readonly string?[] Languages = ["en", "fa", "hr", null];

    [Fact]
    public void Whatever_stands_in_a_text_its_date_knows_its_place() => Gen.Select(Gen.Int[0, Pieces.Length - 1].Array[1, 300], Gen.Int[0, Languages.Length - 1]).Sample((chosen, language) =>
    {
        var text = string.Concat(chosen.Select(i => Pieces[i]));
        if (DateText.First(text, new DateHabit(Languages[language])) is not { } date) return;
        date.Start.ShouldBeInRange(0, text.Length - 1);
        date.End.ShouldBeInRange(date.Start + 1, text.Length);
        date.Day.Year.ShouldBeInRange(1980, 2101);
    }, iter: 20_000);

    static string? Day(string text, string? language) => DateText.Find(text, new DateHabit(language))?.ToString("yyyy-MM-dd");
}
