using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ostrakon.Server.Hosting;

/// <summary>
/// JSON written before the handler returns, so that the lists may be let go of, and a failure while writing is a proper error. Its buffer is
/// used again.
/// </summary>
sealed class JsonAnswer : IResult
{
    const int KeptBuffers = 64, LargestKept = 1 << 20;

    static readonly ConcurrentBag<ArrayBufferWriter<byte>> Free = [];

    readonly ArrayBufferWriter<byte> buffer;
    readonly int status;

    JsonAnswer(ArrayBufferWriter<byte> buffer, int status)
    {
        this.buffer = buffer;
        this.status = status;
    }

    /// <summary>Writes the answer now.</summary>
    public static JsonAnswer Of(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        if (!Free.TryTake(out var buffer)) buffer = new(4096);
        using (var json = new Utf8JsonWriter(buffer, JsonForms.OneLine)) write(json);
        return new(buffer, status);
    }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;
        await response.Body.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted);
        if (buffer.Capacity > LargestKept || Free.Count >= KeptBuffers) return;
        buffer.ResetWrittenCount();
        Free.Add(buffer);
    }
}
