using System.Text.Json;

namespace Ostrakon.Lists.Reading;

/// <summary>A list that is published as one JSON document.</summary>
static class JsonFile
{
    const int HeadBytes = 1 << 16;

    /// <summary>Whether a file begins as a JSON object and has all these keys near its beginning. Never throws.</summary>
    public static bool Begins(ListFile file, params ReadOnlySpan<string> keys)
    {
        var head = TextBytes.ToUtf8(file.Content[..Math.Min(file.Content.Length, HeadBytes)]).Span;
        if (head.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..]) return false;
        foreach (var key in keys)
            if (head.IndexOf(System.Text.Encoding.UTF8.GetBytes($"\"{key}\"")) < 0) return false;
        return true;
    }

    /// <summary>Reads the document; an error in it becomes one of the file.</summary>
    /// <exception cref="ListFormatException">It is no JSON, cut off, or not built as <paramref name="read"/> expects.</exception>
    public static T Read<T>(ListFile file, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(TextBytes.ToUtf8(file.Content));
            return read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new ListFormatException(file.Name, (e.LineNumber ?? 0) + 1, "is no proper JSON (a truncated file?)", Advice, e);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ListFormatException(file.Name, 0, "holds JSON that is not built like this list", Advice, e);
        }
    }

    /// <summary>A value as text, whatever its JSON type; empty for null.</summary>
    public static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Blanks.Collapse(value.GetString()!),
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            _ => value.GetRawText(),
        };

    /// <summary>A member as text; empty where there is none.</summary>
    public static string Text(JsonElement value, string member) => value.TryGetProperty(member, out var found) ? Text(found) : "";

    const string Advice = "Download it again from the authority; the list in use is kept as it is.";
}
