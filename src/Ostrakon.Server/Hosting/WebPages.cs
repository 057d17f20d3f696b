using Ostrakon.Documents.Sources;
using Ostrakon.Documents.Web;

namespace Ostrakon.Server.Hosting;

/// <summary>Pages that the server fetches for its users, within the limits of <see cref="WebLimits"/>; their bytes are kept in the data folder. Safe for any number of threads.</summary>
sealed class WebPages(ServerOptions options) : IDisposable
{
    readonly WebFetcher fetcher = new(new() { AllowPrivate = options.AllowPrivateAddresses }, options.Time);

    /// <summary>Fetches a page as a document.</summary>
    /// <exception cref="FetchException">It was refused or could not be had.</exception>
    public async Task<SourceDocument> FetchAsync(string address, string? date, CancellationToken cancel)
    {
        var page = await fetcher.GetAsync(address, cancel);
        options.Folder.Create();
        KeptPages.In(options.Folder.Root).Keep(page);
        var document = SourceDocument.From(page);
        return date is null ? document : document with { Hint = document.Hint with { Published = date } };
    }

    public void Dispose() => fetcher.Dispose();
}
