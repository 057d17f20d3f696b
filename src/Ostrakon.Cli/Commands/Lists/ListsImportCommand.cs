using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary>
/// <c>lists import ID FILE... [ID FILE...]...</c>: official files become a version of a list, and the latest one goes into use. Several
/// lists in one command are compiled once: all of them or none.
/// </summary>
static class ListsImportCommand
{
    const int WarningsShown = 5;

    static readonly Argument<string> List = ListArguments.List();
    static readonly Argument<string[]> Files = new("files") { Description = "The files of one version, plain or gzipped; then further lists, each an id and its files.", Arity = ArgumentArity.OneOrMore };
    static readonly Option<string?> Published = new("--published") { Description = "The publication date, for files that carry none.", HelpName = "YYYY-MM-DD" };
    static readonly Option<bool> AcceptLoss = new("--accept-loss") { Description = "Accept a version with more than a tenth fewer entries than the one in use." };
    static readonly Option<bool> Force = new("--force") { Description = "Accept files that may be those of another list." };

    public static Command Create()
    {
        var command = Common.Command("import", "Read official files as a version of a list.", "ostrakon lists import us-ofac-sdn sdn.csv alt.csv add.csv un-sc consolidated.xml");
        command.Add(List);
        command.Add(Files);
        foreach (var option in new Option[] { Published, AcceptLoss, Force }) command.Add(option);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    static int Run(ParseResult parsed, CancellationToken cancel)
    {
        var published = Date(parsed.GetValue(Published));
        var imports = Wanted(parsed.GetRequiredValue(List), parsed.GetRequiredValue(Files))
            .Select(w => new ListImport(w.List, [.. w.Files.Select(f => ListFile.Read(f, cancel))], published, parsed.GetValue(AcceptLoss), parsed.GetValue(Force)))
            .ToImmutableArray();
        var archive = DataAccess.Archive(parsed);
        var purpose = $"lists import {string.Join(' ', imports.Select(static i => i.List))}";
        var results = ListImport.RunAll(imports, archive, () => DataAccess.Lock(archive, purpose, cancel), TimeProvider.System, cancel);
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(json => ListsJson.WriteImports(json, results));
        else foreach (var result in results) Print(result);
        return App.Done;
    }

    /// <summary>The lists with their files. A word behind the first files that could be a list's id and is no file begins the next list.</summary>
    static List<(string List, List<string> Files)> Wanted(string first, string[] rest)
    {
        var wanted = new List<(string List, List<string> Files)> { (ListArguments.Checked(first), []) };
        foreach (var word in rest)
            if (wanted[^1].Files.Count > 0 && ListId.IsValid(word) && !Path.Exists(word)) wanted.Add((word, []));
            else wanted[^1].Files.Add(word);
        if (wanted[^1] is (var last, []))
            throw new UsageException($"'{last}' is no file, and as a list id it has no files behind it.");
        if (wanted.GroupBy(static w => w.List).FirstOrDefault(static g => g.Count() > 1) is { } twice)
            throw new UsageException($"{twice.Key} stands twice: import two versions of a list with two commands.");
        return wanted;
    }

    static void Print(ImportResult result)
    {
        var version = result.Version;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{version.List} {version.Version} (date from: {version.PublishedFrom}): {version.Entries:N0} entries, {version.Names:N0} names"));
        Console.WriteLine($"  sha256     {version.Sha256}");
        Console.WriteLine($"  coverage   {CoverageText.Of(version.Coverage)}");
        Console.WriteLine($"  in use     {(result.InUse == version.Version ? "this version" : $"{result.InUse}; this one is history")}{(result.IsNew ? "" : " (these bytes were kept already)")}");
        if (result.Delta is { } delta)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  changed    against {result.Before!.Version}: {delta.Added.Length:N0} added, {delta.Removed.Length:N0} removed, {delta.Changed.Length:N0} changed"));
        if (!result.Removed.IsEmpty) Console.WriteLine($"  let go     {string.Join(", ", result.Removed)} (settings.json)");
        if (result.Warnings.IsEmpty) return;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Warnings.Length:N0} warning{(result.Warnings.Length == 1 ? "" : "s")}:"));
        foreach (var warning in result.Warnings.Take(WarningsShown)) Console.Error.WriteLine($"  {warning}");
        if (result.Warnings.Length > WarningsShown) Console.Error.WriteLine("  ... (all with --json)");
    }

    static DateOnly? Date(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new UsageException($"'{text}' is no date: write --published YYYY-MM-DD.");
}
