using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Ostrakon.Server.Pages.Slices;

namespace Ostrakon.Server.Pages;

/// <summary>A problem as a page, for those who come with a browser.</summary>
sealed class ProblemPage : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) =>
        context.HttpContext.Request.Headers.Accept.Any(static a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        var words = context.ProblemDetails.Detail ?? (status == StatusCodes.Status404NotFound ? "There is no such page here." : ReasonPhrases.GetReasonPhrase(status));
        await Site.Show(ProblemSlice.Create(words), status).ExecuteAsync(context.HttpContext);
    }
}
