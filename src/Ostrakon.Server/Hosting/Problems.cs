using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Web;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Pages;

namespace Ostrakon.Server.Hosting;

/// <summary>A request that cannot be answered, with the status and what the client can do about it.</summary>
sealed class ProblemException(int status, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public static ProblemException Bad(string detail) => new(StatusCodes.Status400BadRequest, detail);

    public static ProblemException NotFound(string detail) => new(StatusCodes.Status404NotFound, detail);
}

/// <summary>Every error as problem details (RFC 9457) with the request's id; a fault of ours says no more than that.</summary>
static class Problems
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemPage>();   // asked before the framework's own
        services.AddProblemDetails(o => o.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions["requestId"] = RequestIds.Of(context.HttpContext));
        services.AddExceptionHandler<Handler>();
    }

    static (int Status, string? Detail) Explain(Exception e) => e switch
    {
        ProblemException p => (p.Status, p.Message),
        BadHttpRequestException b => (b.StatusCode, b.Message),
        System.Text.Json.JsonException => (StatusCodes.Status400BadRequest, $"The body is no JSON that this call takes: {e.Message}"),
        InvalidOperationException { Source: "System.Text.Json" or "System.Text.Json.Rethrowable" } => (StatusCodes.Status400BadRequest, "Broken encoding: a text of the body holds half a character."),
        UnreadableDocumentException => (StatusCodes.Status422UnprocessableEntity, $"The document cannot be read: {e.Message}"),
        ListFormatException or InvalidDataException or FetchException => (StatusCodes.Status422UnprocessableEntity, e.Message),
        DataFolderException => (StatusCodes.Status503ServiceUnavailable, e.Message),
        _ => (StatusCodes.Status500InternalServerError, null),
    };

    sealed class Handler(IProblemDetailsService problems, ILogger<Handler> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;   // the client has left
            var (status, detail) = exception is OperationCanceledException
                ? (StatusCodes.Status503ServiceUnavailable, "The request took too long and was stopped. Ask for less at once.")
                : Explain(exception);
            if (status >= 500 && detail is null) log.RequestFailed(exception, RequestIds.Of(httpContext));
            httpContext.Response.StatusCode = status;
            return await problems.TryWriteAsync(new()
            {
                HttpContext = httpContext,
                ProblemDetails = { Status = status, Detail = detail ?? "The server failed; its log has the reason under this request id." },
            });
        }
    }
}

/// <summary>The id of a request: the client's own X-Request-Id where it sends a sane one, else the trace's. Every answer carries it.</summary>
static class RequestIds
{
    const string Header = "X-Request-Id";
    const int Longest = 128;

    public static string Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.Headers[Header] is [{ Length: > 0 and <= Longest } given] && given.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':')
            ? given
            : Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
    }

    public static Task Middleware(HttpContext http, RequestDelegate next)
    {
        http.Response.AtStart(h => h[Header] = Of(http));
        return next(http);
    }
}
