using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Seco;

/// <summary>
/// A <c>name</c> of an identity: parts by type, each with spellings in other languages and scripts. Names come into reading order: given
/// names, father's and grandfather's name, family name.
/// </summary>
static class SecoNames
{
    static readonly string[] Order = ["whole-name", "given-name", "further-given-name", "father-name", "grand-father-name", "family-name", "tribal-name", "suffix"];

    public static void Read(XmlRecord name, bool main, bool person, EntryDraft draft)
    {
        var kind = (name.TakeAttribute("quality"), name.TakeAttribute("name-type")) switch
        {
            ("low", not "primary-name") => NameKind.WeakAlias,
            (_, "formerly-known-as") => NameKind.Former,
            (_, "primary-name") when main => NameKind.Primary,
            _ => NameKind.Alias,
        };
        var parts = name.All("name-part").Select(static p => new Part(p)).ToList();
        foreach (var title in parts.Where(static p => p.Type == "title")) draft.AddFact("title", title.Value);
        Add(parts, static p => p.Value, kind, person, draft);
        // The spellings of one name in one script stand in as many parts as differ.
        foreach (var variant in parts.SelectMany(static p => p.Spellings.Keys).Distinct().ToList())
            Add(parts, p => p.In(variant, parts), kind == NameKind.Primary ? NameKind.Alias : kind, person, draft);
    }

    static void Add(List<Part> parts, Func<Part, string> spelling, NameKind kind, bool person, EntryDraft draft)
    {
        string Join(IEnumerable<Part> some) => Blanks.Collapse(string.Join(' ', some.Select(spelling)));
        var known = parts.Where(static p => p.Type is not ("title" or "maiden-name")).ToList();
        var text = Join(known.OrderBy(static p => Array.IndexOf(Order, p.Type) is >= 0 and var place ? place : Order.Length));
        var family = Join(known.Where(static p => p.Type == "family-name"));
        if (!WrittenNames.IsLatin(text) && kind is NameKind.Alias) kind = NameKind.OriginalScript;
        if (person && text.Length > 0) draft.AddNames([new(text, kind, family.Length > 0 && family != text ? family : null)]);
        else draft.AddNames(WrittenNames.Split(text, kind, person: false));
        var (given, maiden) = (Join(known.Where(static p => p.Type is "given-name")), Join(parts.Where(static p => p.Type == "maiden-name")));
        if (maiden.Length > 0) draft.AddNames([new(given.Length > 0 ? $"{given} {maiden}" : maiden, NameKind.Former, given.Length > 0 ? maiden : null)]);
    }

    /// <summary>A part of a name with its spellings by language, script and number.</summary>
    sealed class Part
    {
        public Part(XmlRecord part)
        {
            (Type, Value) = (part.TakeAttribute("name-part-type") ?? "whole-name", Blanks.Collapse(part.Take("value")) ?? "");
            foreach (var spelling in part.All("spelling-variant"))
            {
                var key = $"{spelling.TakeAttribute("lang")}/{spelling.TakeAttribute("script")}";
                if (Blanks.Collapse(spelling.Take()) is not { } text) continue;
                var number = 0;
                while (!Spellings.TryAdd($"{key}/{number}", text)) number++;
            }
        }

        /// <summary>
        /// The part in a spelling. One without it is as usual beside Latin letters, and left out beside others: no name mixes scripts.
        /// </summary>
        public string In(string variant, List<Part> all) =>
            Spellings.TryGetValue(variant, out var text) ? text
            : all.TrueForAll(p => WrittenNames.IsLatin(p.Spellings.GetValueOrDefault(variant) ?? "")) ? Value : "";

        public string Type { get; }
        public string Value { get; }
        public Dictionary<string, string> Spellings { get; } = new(StringComparer.Ordinal);
    }
}
