using System.Text;
using Ostrakon.Lists;

namespace Ostrakon.Tests.Lists;

/// <summary>Lists as an import reads them: the format is recognised from content.</summary>
static class TestLists
{
    public static ParsedList Parse(string list, params string[] paths) =>
        ListFormats.Parse(new(list, [.. paths.Select(p => ListFile.Read(p))]), TestContext.Current.CancellationToken);

    /// <summary>A list in one file called <c>list.txt</c>.</summary>
    public static ParsedList ParseText(string list, string text) => ParseBytes(list, Encoding.UTF8.GetBytes(text));

    public static ParsedList ParseBytes(string list, byte[] content) =>
        ListFormats.Parse(new(list, [new("list.txt", content, default)]), TestContext.Current.CancellationToken);
}
