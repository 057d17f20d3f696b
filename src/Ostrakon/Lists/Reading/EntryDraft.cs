using Ostrakon.Parties;

namespace Ostrakon.Lists.Reading;

/// <summary>An entry while it is collected. Everything said twice is kept once, blanks are collapsed, and empty values are none. For one thread.</summary>
sealed class EntryDraft
{
    readonly OrderedSet<PartyName> names = new();
    readonly OrderedSet<Fact> facts = new();
    readonly OrderedSet<string> programs = new();
    readonly OrderedSet<Relation> relations = new();
    readonly OrderedSet<string> reasons = new();
    readonly OrderedSet<PublishedField> published = new();

    /// <summary>When the party was listed; null where nothing says so.</summary>
    public string? ListedOn { get; set; }

    /// <summary>The facts so far.</summary>
    public IReadOnlyList<Fact> Facts => facts.Items;

    /// <summary>Adds names, the primary one in whatever place.</summary>
    public void AddNames(IEnumerable<PartyName> all)
    {
        foreach (var name in all)
            if (name.Text.Length > 0) names.Add(name);
    }

    /// <summary>Adds a fact.</summary>
    public void AddFact(string property, string? value, string? type = null, string? country = null, string? note = null)
    {
        if (Blanks.Collapse(value) is { Length: > 0 } text) facts.Add(new(property, text, None(type), None(country), None(note)));
    }

    /// <summary>Adds a fact that is read already; null is none.</summary>
    public void AddFact(Fact? fact)
    {
        if (fact is { Value.Length: > 0 }) facts.Add(fact);
    }

    /// <summary>Adds a programme.</summary>
    public void AddProgram(string? program) => AddText(programs, program);

    /// <summary>Adds a reason; several stand below each other.</summary>
    public void AddReason(string? reason) => AddText(reasons, reason);

    /// <summary>Adds a link to another party.</summary>
    public void AddRelation(string kind, string? name, string? entry = null)
    {
        if (Blanks.Collapse(name) is { Length: > 0 } text) relations.Add(new(kind, text, entry));
    }

    /// <summary>Keeps a field as published.</summary>
    public void AddPublished(string field, string value)
    {
        if (value.Length > 0) published.Add(new(field, value));
    }

    /// <summary>The entry; null where there is no name. Where no name is primary, the first one becomes it.</summary>
    public Entry? Build(string id, string schema)
    {
        if (names.Items.Count == 0) return null;
        var first = names.Items.Find(static n => n.Kind == NameKind.Primary) ?? names.Items[0];
        return new()
        {
            Id = id,
            Schema = schema,
            Names = [first with { Kind = NameKind.Primary }, .. names.Items.Where(n => n != first && (n.Text != first.Text || n.Kind == NameKind.Primary)).DistinctBy(static n => n.Text)],
            Facts = [.. facts.Items],
            Programs = [.. programs.Items],
            ListedOn = ListedOn,
            Reason = reasons.Items.Count == 0 ? null : string.Join('\n', reasons.Items),
            Relations = [.. relations.Items],
            Published = [.. published.Items],
        };
    }

    static void AddText(OrderedSet<string> texts, string? text)
    {
        if (Blanks.Collapse(text) is { Length: > 0 } one) texts.Add(one);
    }

    static string? None(string? text) => Blanks.Collapse(text) is { Length: > 0 } one ? one : null;
}
