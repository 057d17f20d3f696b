using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ostrakon;

/// <summary>How this product writes JSON. Names stay readable: only what JSON itself demands is escaped; the output is no HTML.</summary>
public static class JsonForms
{
    /// <summary>On one line, for files, pipes and HTTP.</summary>
    public static JsonWriterOptions OneLine { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For readers.</summary>
    public static JsonWriterOptions Indented { get; } = OneLine with { Indented = true };
}
