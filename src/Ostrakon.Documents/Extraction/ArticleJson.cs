using System.Text.Json;

namespace Ostrakon.Documents.Extraction;

/// <summary>Writes an article in the shape of <c>extract</c> (docs/contracts.md). Stateless.</summary>
public static class ArticleJson
{
    /// <summary>Writes the article's fields into the object that is open.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="article">What.</param>
    /// <param name="story">The id of the story that it tells; null where it has no words.</param>
    public static void WriteFields(Utf8JsonWriter json, Article article, string? story)
    {
        json.WriteString("url", article.Url);
        json.WriteString("title", article.Title);
        json.WriteString("author", article.Author);
        json.WriteString("published", article.Published);
        json.WriteString("publishedEvidence", article.PublishedEvidence);
        json.WriteString("language", article.Language);
        json.WriteString("site", article.Site);
        json.WriteString("text", article.Text);
        json.WriteBoolean("truncated", article.Truncated);
        json.WriteString("method", article.Method);
        json.WriteNumber("confidence", Math.Round(article.Confidence, 3));
        json.WriteString("storyId", story);
        json.WriteStartArray("dropped");
        foreach (var dropped in article.Dropped)
        {
            json.WriteStartObject();
            json.WriteString("reason", dropped.Reason);
            json.WriteString("text", dropped.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
