using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>A <c>birthdate</c>: a day, parts of one or a range of years, and a place.</summary>
static class EuBirth
{
    public static IEnumerable<Fact> Read(XmlRecord birth)
    {
        var note = EuEntity.Remark(birth);
        var calendar = birth.TakeAttribute("calendarType");
        if (Date(birth) is { } date)
            yield return calendar is null or "GREGORIAN" && PartialDate.TryParse(date, out _)
                ? new("birthDate", date, Note: note)
                : new("notes", $"{date} ({calendar?.ToLowerInvariant()} calendar)", Note: "birth date");
        else if (note is not null) yield return new("notes", note, Note: "birth date");
        var country = EuEntity.Country(birth);
        string?[] parts = [birth.TakeAttribute("place"), birth.TakeAttribute("city"), birth.TakeAttribute("region"), birth.TakeAttribute("zipCode"), country];
        var place = string.Join(", ", parts.OfType<string>().Select(Blanks.Collapse).Distinct());
        if (place.Length > 0) yield return new("birthPlace", place, Country: country);
    }

    static string? Date(XmlRecord birth)
    {
        var circa = birth.TakeAttribute("circa") == "true" ? "~" : "";
        var (day, month, year) = (birth.TakeAttribute("dayOfMonth"), birth.TakeAttribute("monthOfYear"), birth.TakeAttribute("year"));
        var (from, to) = (birth.TakeAttribute("yearRangeFrom"), birth.TakeAttribute("yearRangeTo"));
        if (EuList.Date(birth.TakeAttribute("birthdate")) is { } whole) return $"{whole:yyyy-MM-dd}{circa}";
        if (year is not null)
            return year + (month is null ? "" : $"-{month.PadLeft(2, '0')}" + (day is null ? "" : $"-{day.PadLeft(2, '0')}")) + circa;
        return from is null && to is null ? null : $"{from ?? to}{circa}/{to ?? from}{circa}";
    }
}
