using Microsoft.AspNetCore.Http;

namespace Ostrakon.Server.Hosting;

/// <summary>Headers that every answer of a request carries, also an error, which clears what was set before.</summary>
static class AnswerHeaders
{
    /// <summary>Sets headers when the answer begins.</summary>
    public static void AtStart(this HttpResponse response, Action<IHeaderDictionary> set) => response.OnStarting(() =>
    {
        set(response.Headers);
        return Task.CompletedTask;
    });
}
