using Ostrakon.Cli.CommandLine;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Sources;

namespace Ostrakon.Cli.Commands;

/// <summary>The one document that <c>extract</c> or <c>read</c> is given on the command line.</summary>
static class DocumentInput
{
    public static async Task<SourceDocument> ReadAsync(string input, CancellationToken cancel)
    {
        await using Stream stream = input == "-" ? Console.OpenStandardInput() : File.OpenRead(input);
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > DocumentLimits.Size) throw new FailedException($"{input}: too large: more than {DocumentLimits.Size >> 20} MB. Split it into documents (a JSONL file of them goes to --batch).");
        }
        return new SourceDocument { File = input == "-" ? input : Path.GetFileName(input), Bytes = memory.ToArray(), Share = 1 };
    }
}
