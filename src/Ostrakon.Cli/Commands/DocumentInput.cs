using Ostrakon.Documents.Sources;

namespace Ostrakon.Cli.Commands;

/// <summary>The one document that <c>extract</c> or <c>read</c> is given on the command line.</summary>
static class DocumentInput
{
    public static async Task<SourceDocument> ReadAsync(string input, CancellationToken cancel)
    {
        if (input == "-")
        {
            using var stdin = Console.OpenStandardInput();
            using var memory = new MemoryStream();
            await stdin.CopyToAsync(memory, cancel);
            return new SourceDocument { File = "-", Bytes = memory.ToArray(), Share = 1 };
        }
        return new SourceDocument { File = Path.GetFileName(input), Bytes = await File.ReadAllBytesAsync(input, cancel), Share = 1 };
    }
}
