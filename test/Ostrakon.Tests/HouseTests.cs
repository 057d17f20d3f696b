using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Ostrakon.Index;

namespace Ostrakon.Tests;

/// <summary>Rules of the house that no single feature would notice breaking.</summary>
public class HouseTests
{
    static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    [Fact]
    public void The_engine_references_nothing_but_the_framework() =>
        typeof(Snapshot).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n != "Microsoft.Win32.Primitives").ShouldBeEmpty();

    [Theory]
    [InlineData("Ostrakon", "")]
    [InlineData("Ostrakon.Documents", "Ostrakon")]
    [InlineData("Ostrakon.Store", "Ostrakon")]
    [InlineData("Ostrakon.Server", "Ostrakon Ostrakon.Documents Ostrakon.Store")]
    [InlineData("Ostrakon.Cli", "Ostrakon Ostrakon.Documents Ostrakon.Store Ostrakon.Server")]
    public void Dependencies_point_one_way(string project, string allowed) =>
        XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value))
            .Except(allowed.Split(' ')).ShouldBeEmpty();

    [Fact]
    public void Every_table_names_its_licence()
    {
        var tables = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.tsv", SearchOption.AllDirectories)
            .Where(p => !p.Contains("/bin/", StringComparison.Ordinal) && !p.Contains("/obj/", StringComparison.Ordinal)).ToList();
        tables.ShouldNotBeEmpty();
        foreach (var table in tables)
        {
            var header = string.Join(' ', File.ReadLines(table).TakeWhile(l => l.StartsWith('#')));
            header.ShouldMatch(@"Apache-2\.0|Unicode licen[cs]e|CC0|CC BY|MIT|public domain|Open Government Licence", table);
        }
    }

    [Fact]
    public void Source_files_hold_one_idea_each()
    {
        var long_ = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(p => !p.Contains("/obj/", StringComparison.Ordinal))
            .Select(p => (Path.GetRelativePath(Root, p), Lines: File.ReadLines(p).Count())).Where(f => f.Lines > 400);
        long_.ShouldBeEmpty();
    }

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
