using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Ostrakon.Server.Hosting;

/// <summary>How much heavy work goes on at once: reading documents and batches queue up, so that single names are answered at once meanwhile.</summary>
static class Concurrency
{
    /// <summary>The policy of calls that take milliseconds or more of a core.</summary>
    public const string Heavy = "heavy";

    const int Waiting = 256;

    public static void Add(IServiceCollection services) => services.AddRateLimiter(static limits =>
    {
        limits.AddConcurrencyLimiter(Heavy, static o =>
        {
            o.PermitLimit = Math.Max(2, Environment.ProcessorCount);
            o.QueueLimit = Waiting;
        });
        limits.OnRejected = static async (context, cancel) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "1";
            context.HttpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            var problems = context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>();
            await problems.TryWriteAsync(new()
            {
                HttpContext = context.HttpContext,
                ProblemDetails = { Status = StatusCodes.Status503ServiceUnavailable, Detail = $"More than {Waiting} requests are waiting. Try again in a second." },
            });
        };
    });
}
