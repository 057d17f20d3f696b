using System.CommandLine;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Lists;
using Ostrakon.Lists.Deltas;
using Ostrakon.Parties;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary><c>lists diff ID [OLD] [NEW]</c>: what changed between two kept versions, field by field?</summary>
static class ListsDiffCommand
{
    const int Long = 120, Around = 40;

    static readonly Argument<string> List = ListArguments.List();
    static readonly Argument<string?> Old = Version("old", "The earlier version; default: the one before the later one.");
    static readonly Argument<string?> New = Version("new", "The later version; default: the one in use.");

    public static Command Create()
    {
        var command = Common.Command("diff", "What changed between two versions of a list?", "ostrakon lists diff us-ofac-sdn 2024-02-20 2024-02-23");
        foreach (var argument in new Argument[] { List, Old, New }) command.Add(argument);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    static int Run(ParseResult parsed, CancellationToken cancel)
    {
        var list = ListArguments.Checked(parsed.GetRequiredValue(List));
        var (old, @new, delta) = KeptDelta.Between(DataAccess.Archive(parsed), list, parsed.GetValue(Old), parsed.GetValue(New), cancel);
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(json => ListsJson.WriteDelta(json, list, old, @new, delta));
        else
        {
            using var output = new StreamWriter(Console.OpenStandardOutput());
            Print(output, list, old, @new, delta);
        }
        return App.Done;
    }

    static void Print(StreamWriter output, string list, string old, string @new, ListDelta delta)
    {
        output.WriteLine($"{list} {old} -> {@new}: {delta.Added.Length} added, {delta.Removed.Length} removed, {delta.Changed.Length} changed");
        foreach (var entry in delta.Added) output.WriteLine(Line('+', entry));
        foreach (var entry in delta.Removed) output.WriteLine(Line('-', entry));
        foreach (var change in delta.Changed)
        {
            output.WriteLine(Line('~', change.New));
            // The list's own columns repeat what the fields say in order; they are shown where they alone changed.
            var own = change.Fields.Where(static f => f.Name.StartsWith(ChangedField.Published, StringComparison.Ordinal)).ToList();
            foreach (var field in own.Count < change.Fields.Length ? change.Fields.Except(own) : own)
                foreach (var line in Lines(field)) output.WriteLine($"      {line}");
        }
    }

    static string Line(char sign, Entry entry) => $"{sign} {entry.Id,-10} {entry.Schema,-12} {entry.Caption}{(entry.Programs.IsEmpty ? "" : $"  [{string.Join(", ", entry.Programs)}]")}";

    /// <summary>A line a value; of two long texts only what differs, with some words around it.</summary>
    static IEnumerable<string> Lines(ChangedField field)
    {
        if (field is { Old: [{ Length: > Long } old], New: [{ Length: > Long } @new] })
        {
            var same = old.AsSpan().CommonPrefixLength(@new);
            var shorter = Math.Min(old.Length, @new.Length) - same;
            var end = 0;
            while (end < shorter && old[^(end + 1)] == @new[^(end + 1)]) end++;
            return [$"{field.Name}: - {Cut(old, same, end)}", $"{field.Name}: + {Cut(@new, same, end)}"];
        }
        return field.Old.Select(v => $"{field.Name}: - {v}").Concat(field.New.Select(v => $"{field.Name}: + {v}"));
    }

    static string Cut(string text, int same, int end)
    {
        var (from, to) = (Math.Max(0, same - Around), Math.Min(text.Length, text.Length - end + Around));
        return $"{(from > 0 ? "..." : "")}{text[from..to]}{(to < text.Length ? "..." : "")}";
    }

    static Argument<string?> Version(string name, string what) => new(name) { Description = what, Arity = ArgumentArity.ZeroOrOne };
}
