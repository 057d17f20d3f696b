using System.Text;
using System.Text.Json;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>What the JSON-LD of a page says of its article (schema.org Article and its kinds). Immutable.</summary>
sealed class LinkedData
{
    const int MaximumDepth = 12, MostValues = 20;

    /// <summary>The types that speak of the page's own text, best first.</summary>
    static readonly string[] ArticleTypes =
    [
        "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting",
        "Article", "Report", "TechArticle", "ScholarlyArticle", "AdvertiserContentArticle", "SocialMediaPosting", "Recipe", "WebPage",
    ];

    public string? Headline { get; private set; }
    public string? Description { get; private set; }
    public string? Body { get; private set; }
    public string? Author { get; private set; }
    public string? Published { get; private set; }
    public string? Modified { get; private set; }
    public string? Publisher { get; private set; }
    public string? Language { get; private set; }
    public string? Url { get; private set; }
    public bool? Free { get; private set; }

    public static LinkedData Read(IReadOnlyList<ReadOnlyMemory<char>> scripts)
    {
        var data = new LinkedData();
        var found = new List<(int Rank, JsonElement Node)>();
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var script in scripts)
            foreach (var root in Parse(script)) Collect(root, found, people, 0);
        foreach (var (rank, node) in found.OrderBy(static f => f.Rank)) data.Take(node, rank, people);
        return data;
    }

    /// <summary>The values of one script, of which there should be one; of the usual faults (comments, trailing commas, line feeds in strings, CDATA, a bracket too many) none voids what stands before it.</summary>
    static List<JsonElement> Parse(ReadOnlyMemory<char> script)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };
        try { return [JsonDocument.Parse(script, options).RootElement]; }
        catch (JsonException) { }
        catch (ArgumentException) { return []; }                         // half a surrogate pair
        var values = new List<JsonElement>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Mended(script.Span)),
            new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64, AllowMultipleValues = true });
        try
        {
            while (values.Count < MostValues && reader.Read()) values.Add(JsonDocument.ParseValue(ref reader).RootElement);
        }
        catch (JsonException) { }
        return values;
    }

    static string Mended(ReadOnlySpan<char> script)
    {
        var mended = new StringBuilder(script.Length);
        var first = script.IndexOfAny('{', '[');
        var last = script.LastIndexOfAny('}', ']');
        if (first < 0 || last <= first) return "";
        foreach (var c in script[first..(last + 1)]) mended.Append(c < ' ' ? ' ' : c);
        return mended.ToString();
    }

    static void Collect(JsonElement node, List<(int, JsonElement)> found, Dictionary<string, string> people, int depth)
    {
        if (depth > MaximumDepth || found.Count > 200) return;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray()) Collect(item, found, people, depth + 1);
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            var rank = Array.FindIndex(ArticleTypes, type => HasType(node, type));
            if (rank >= 0) found.Add((rank, node));
            if (Text(node, "@id") is { } id && Text(node, "name") is { } name) people.TryAdd(id, name);
            foreach (var property in node.EnumerateObject())
                if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "itemListElement" or "item" or "author" or "publisher")
                    Collect(property.Value, found, people, depth + 1);
        }
    }

    static bool HasType(JsonElement node, string type) => node.TryGetProperty("@type", out var value) && value.ValueKind switch
    {
        JsonValueKind.String => IsType(value, type),
        JsonValueKind.Array => value.EnumerateArray().Any(v => v.ValueKind == JsonValueKind.String && IsType(v, type)),
        _ => false,
    };

    static bool IsType(JsonElement value, string type) => value.GetString() is { } given && (given == type || given.EndsWith("/" + type, StringComparison.Ordinal));

    void Take(JsonElement node, int rank, Dictionary<string, string> people)
    {
        Headline ??= rank < ArticleTypes.Length - 1 ? Text(node, "headline") ?? Text(node, "name") : null;
        Description ??= Text(node, "description");
        Body ??= Text(node, "articleBody") ?? Text(node, "text");
        Author ??= Names(node, "author", people) ?? Names(node, "creator", people);
        Published ??= Text(node, "datePublished") ?? Text(node, "dateCreated") ?? Text(node, "uploadDate");
        Modified ??= Text(node, "dateModified");
        Publisher ??= Names(node, "publisher", people);
        Language ??= Text(node, "inLanguage");
        Url ??= Text(node, "url");
        if (Free is null && node.TryGetProperty("isAccessibleForFree", out var free))
            Free = free.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.String => !free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase),
                _ => null,
            };
    }

    static string? Text(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        return value.ValueKind == JsonValueKind.String && Safe(value) is { Length: > 0 } text ? text : null;
    }

    /// <summary>A string with its HTML character references read, as many sites escape twice.</summary>
    static string Safe(JsonElement value)
    {
        try { return Whitespace.Collapse(System.Net.WebUtility.HtmlDecode(value.GetString()!)); }
        catch (InvalidOperationException) { return ""; }               // half a surrogate pair
    }

    /// <summary>The names of persons or organisations: strings, objects with a name, references by @id, or arrays of these.</summary>
    static string? Names(JsonElement node, string property, Dictionary<string, string> people)
    {
        if (!node.TryGetProperty(property, out var value)) return null;
        var names = new List<string>();
        void Add(JsonElement one)
        {
            var name = one.ValueKind switch
            {
                JsonValueKind.String => Safe(one),
                JsonValueKind.Object => Text(one, "name") ?? (Text(one, "@id") is { } id ? people.GetValueOrDefault(id) : null),
                _ => null,
            };
            if (name is { Length: > 0 } && !names.Contains(name)) names.Add(name);
        }
        if (value.ValueKind == JsonValueKind.Array) foreach (var one in value.EnumerateArray()) Add(one);
        else Add(value);
        return names.Count == 0 ? null : string.Join(", ", names);
    }
}
