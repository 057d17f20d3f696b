using Microsoft.Extensions.Logging;

namespace Ostrakon.Server.Hosting;

/// <summary>Everything that the server logs, in one place.</summary>
static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{Message}")]
    public static partial void ListsSay(this ILogger log, string message);

    [LoggerMessage(2, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void RequestFailed(this ILogger log, Exception exception, string requestId);

    [LoggerMessage(3, LogLevel.Error, "Job {Job} failed")]
    public static partial void JobFailed(this ILogger log, Exception exception, string job);

    [LoggerMessage(4, LogLevel.Warning, "{Message}")]
    public static partial void StoreSays(this ILogger log, string message);
}
