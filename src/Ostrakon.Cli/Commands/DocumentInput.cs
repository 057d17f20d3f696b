using System.CommandLine;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Sources;
using Ostrakon.Documents.Web;

namespace Ostrakon.Cli.Commands;

/// <summary>The one document that <c>extract</c> or <c>read</c> is given on the command line.</summary>
static class DocumentInput
{
    public static readonly Option<bool> AllowPrivate = new("--allow-private") { Description = "Also fetch from addresses inside one's own network, which are refused otherwise." };

    public static async Task<SourceDocument> ReadAsync(string input, ParseResult parsed, CancellationToken cancel)
    {
        if (WebFetcher.IsAddress(input)) return await FetchAsync(input, parsed, cancel);
        await using Stream stream = input == "-" ? Console.OpenStandardInput() : File.OpenRead(input);
        var bytes = await DocumentLimits.ReadAsync(stream, cancel)
            ?? throw new FailedException($"{input}: too large: more than {DocumentLimits.Size >> 20} MB. Split it into documents (a JSONL file of them goes to --batch).");
        return new SourceDocument { File = input == "-" ? input : Path.GetFileName(input), Bytes = bytes, Share = 1 };
    }

    /// <summary>Fetches a page and keeps its bytes in the data folder: what a brief rests on can be shown later.</summary>
    static async Task<SourceDocument> FetchAsync(string address, ParseResult parsed, CancellationToken cancel)
    {
        var folder = DataAccess.Folder(parsed);
        folder.Create();
        using var fetcher = new WebFetcher(new WebLimits { AllowPrivate = parsed.GetValue(AllowPrivate) });
        var page = await fetcher.GetAsync(address, cancel);
        var path = KeptPages.In(folder.Root).Keep(page);
        await Console.Error.WriteLineAsync($"Fetched {page.Address}, {page.Bytes.Length:N0} bytes, kept as {path}.");
        return SourceDocument.From(page);
    }
}
