using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Uk;

/// <summary>
/// A designation while it is collected: the British tables spread it over rows, one for each combination of its names, birth dates and
/// addresses. Everything said twice is kept once. For one thread.
/// </summary>
sealed class UkDraft
{
    readonly OrderedSet<PartyName> names = new();
    readonly OrderedSet<Fact> facts = new();
    readonly OrderedSet<string> regimes = new();
    readonly OrderedSet<Relation> relations = new();
    readonly OrderedSet<string> reasons = new();
    readonly OrderedSet<string> remarks = new();
    readonly List<PublishedField> published = [];
    string? designated, listed;

    public string? Id { get; set; }
    public string? Type { get; set; }
    public string? UnReference { get; set; }
    bool IsPerson => Type?.StartsWith("Ind", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A name in its six parts: the sixth is the surname, or the whole name of an entity or ship.</summary>
    public void AddName(IReadOnlyList<string> parts, string type, string strength)
    {
        var text = Blanks.Collapse(string.Join(' ', parts.Where(static p => p.Length > 0)));
        if (text.Length == 0) return;
        var kind = KindOf(type, strength);
        if (text.AsSpan().IndexOfAny(IsPerson ? "();" : "();,\"“”") < 0)
        {
            var surname = IsPerson && parts.Count == 6 && parts[5].Length > 0 && parts.Take(5).Any(static p => p.Length > 0) ? Blanks.Collapse(parts[5]) : null;
            names.Add(new(text, kind, surname));
        }
        else
            foreach (var name in WrittenNames.Split(text, kind, person: false)) names.Add(name);
    }

    public void AddOriginal(string text)
    {
        foreach (var (_, item) in NumberedList.Split(text))
            foreach (var part in item.Split('،', ';'))
                foreach (var name in WrittenNames.Split(part, NameKind.OriginalScript, person: false)) names.Add(name);
    }

    public void AddFact(string property, string value, string? type = null, string? country = null, string? note = null)
    {
        if (value.Length > 0 && Blanks.Collapse(value) is { Length: > 0 } text and not "-") facts.Add(new(property, text, type, country, Blanks.Collapse(note)));
    }

    public void AddFacts(string property, string list)
    {
        foreach (var (_, value) in NumberedList.Split(list)) AddFact(property, value);
    }

    public void AddBirthDate(string text)
    {
        foreach (var (_, value) in NumberedList.Split(text))
            if (DayFirstDate.Read(value) is { } date) AddFact("birthDate", date);
            else AddFact("notes", value, note: "birth date");
    }

    /// <summary>Numbers with what is said about each; older files write it in brackets behind the number.</summary>
    public void AddNumbers(string property, string numbers, string details)
    {
        if (numbers.Length == 0) AddFacts("notes", details);
        foreach (var (value, detail) in NumberedList.Join(numbers, details))
        {
            var bracket = value.IndexOf(" (", StringComparison.Ordinal);
            var number = bracket > 0 ? value[..bracket] : value;
            AddFact(property, number.TrimEnd('.'), note: bracket > 0 ? $"{value[(bracket + 1)..]} {detail}".Trim() : detail);
        }
    }

    public void AddBirthPlaces(string towns, string countries)
    {
        if (towns.Length == 0) AddPlaces("birthPlace", countries);
        foreach (var (town, country) in NumberedList.Join(towns, countries))
            AddFact("birthPlace", country is null || town.Contains(country, StringComparison.OrdinalIgnoreCase) ? town : $"{town}, {country}", country: country);
    }

    void AddPlaces(string property, string countries)
    {
        foreach (var (_, country) in NumberedList.Split(countries)) AddFact(property, country, country: country);
    }

    public void AddAddress(IEnumerable<string> lines, string country)
    {
        var text = string.Join(", ", lines.Append(country).Where(static l => l.Length > 0));
        if (text.Length == 0) return;
        if (text != country) AddFact("address", text, country: country.Length == 0 ? null : country);
        AddFact("country", country);
    }

    public void AddRegime(string regime) => AddText(regimes, regime);
    public void AddReason(string reason) => AddText(reasons, reason);
    public void AddRemark(string remark) => AddText(remarks, remark);

    static void AddText(OrderedSet<string> texts, string text)
    {
        if (Blanks.Collapse(text) is { Length: > 0 } one) texts.Add(one);
    }

    public void AddRelations(string kind, string list)
    {
        foreach (var (_, name) in NumberedList.Split(list)) relations.Add(new(kind, Blanks.Collapse(name)));
    }

    public void AddDesignated(string text) => designated ??= DayFirstDate.Read(text);

    /// <summary>When OFSI put the party on its list; the designation itself may be older or younger.</summary>
    public void AddListed(string text)
    {
        listed ??= DayFirstDate.Read(text);
        AddDate("sanctions.startDate", text);
    }

    public void AddDate(string property, string text)
    {
        if (DayFirstDate.Read(text) is { } date) AddFact(property, date);
    }

    public void AddImo(string text)
    {
        foreach (var (_, value) in NumberedList.Split(text))
            AddFact("imoNumber", value.StartsWith("IMO", StringComparison.OrdinalIgnoreCase) ? value[3..].Trim(' ', ':') : value);
    }

    public void AddPublished(IEnumerable<PublishedField> fields) => published.AddRange(fields);

    public Entry? Build(string id)
    {
        if (names.Items.Count == 0) return null;
        var first = names.Items.FindIndex(static n => n.Kind == NameKind.Primary);
        var primary = names.Items[Math.Max(first, 0)] with { Kind = NameKind.Primary };
        if (UnReference is { } reference) facts.Add(new("sanctions.unscId", reference));
        var (reason, remark) = (Joined(reasons), Joined(remarks));
        if (reason is not null && remark is not null) facts.Add(new("notes", remark));
        // North Korean names are entered in written order, so that the "surname" is a given name.
        var korean = facts.Items.Exists(static f => f is { Property: "nationality", Value: "North Korea" });
        return new()
        {
            Id = id,
            Schema = IsPerson ? "Person" : Type?.StartsWith("Ship", StringComparison.OrdinalIgnoreCase) == true ? "Vessel" : "Organization",
            Names = [.. names.Items.Where(n => n != names.Items[Math.Max(first, 0)]).Prepend(primary).Select(n => korean ? n with { Family = null } : n)],
            Facts = [.. facts.Items],
            Programs = [.. regimes.Items],
            ListedOn = designated ?? listed,
            Reason = reason ?? remark,
            Relations = [.. relations.Items],
            Published = [.. published],
        };
    }

    static NameKind KindOf(string type, string strength)
    {
        if (type.Equals("Primary name", StringComparison.OrdinalIgnoreCase) || type.Equals("Prime Alias", StringComparison.OrdinalIgnoreCase)) return NameKind.Primary;
        if (type.StartsWith("FKA", StringComparison.OrdinalIgnoreCase)) return NameKind.Former;
        return strength.StartsWith("Low", StringComparison.OrdinalIgnoreCase) ? NameKind.WeakAlias : NameKind.Alias;
    }

    static string? Joined(OrderedSet<string> texts) => texts.Items.Count == 0 ? null : string.Join('\n', texts.Items);
}
