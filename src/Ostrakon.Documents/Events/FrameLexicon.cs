using System.Collections.Frozen;
using System.Collections.Immutable;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>The frames of a written form, by its part of speech. Immutable.</summary>
sealed record FramesOfForm(ImmutableArray<Frame> Verb, ImmutableArray<Frame> Noun, ImmutableArray<Frame> Adjective)
{
    public static readonly FramesOfForm None = new([], [], []);

    public ImmutableArray<Frame> As(char part) => part switch { 'v' => Verb, 'n' => Noun, _ => Adjective };
}

/// <summary>The frames of frames.tsv, asked by any written form of their word. Immutable.</summary>
static class FrameLexicon
{
    static readonly FrozenDictionary<string, FramesOfForm> All = Load();
    static readonly FrozenDictionary<string, FramesOfForm>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The lines of the file that are frames.</summary>
    internal static IEnumerable<string[]> Lines => Resources.Lines("Events/frames.tsv").Select(line => line.Split('\t'));

    /// <summary>The frames of a word, in the order of the file.</summary>
    public static FramesOfForm Of(ReadOnlySpan<char> form) => Lookup.TryGetValue(form, out var found) ? found : FramesOfForm.None;

    /// <summary>The frames of a word as a verb, noun or adjective; empty where it names no event.</summary>
    public static ImmutableArray<Frame> Of(char part, ReadOnlySpan<char> form) => Of(form).As(part);

    /// <summary>Whether the word names an event in any part of speech.</summary>
    public static bool IsTrigger(ReadOnlySpan<char> form) => Lookup.TryGetValue(form, out _);

    static FrozenDictionary<string, FramesOfForm> Load()
    {
        var all = new Dictionary<string, List<Frame>>(StringComparer.OrdinalIgnoreCase);
        var order = 0;
        foreach (var columns in Lines)
        {
            var kind = Kinds.Get(columns[0]);
            ImmutableArray<Slot> slots = [.. columns[2].Split(' ').Select(SlotOf)];
            order++;
            foreach (var trigger in columns[1].Split(','))
            {
                var (words, part) = (trigger[..^2].Split(' '), trigger[^1]);
                // A verb is found by its first word, a noun by its last.
                var lemma = part == 'v' ? words[0] : words[^1];
                var rest = words.Length == 1 ? null : string.Join(' ', part == 'v' ? words[1..] : words[..^1]);
                var frame = new Frame(kind, lemma, part, rest, slots, $"{kind.Name}.{trigger}.{order}", order);
                foreach (var form in Inflection.Forms(lemma, part).Distinct(StringComparer.OrdinalIgnoreCase))
                {
                    if (!all.TryGetValue(form, out var frames)) all.Add(form, frames = []);
                    frames.Add(frame);
                }
            }
        }
        return all.ToFrozenDictionary(f => f.Key, f => new FramesOfForm(Of(f.Value, 'v'), Of(f.Value, 'n'), Of(f.Value, 'a')), StringComparer.OrdinalIgnoreCase);

        static ImmutableArray<Frame> Of(List<Frame> frames, char part) => [.. frames.Where(f => f.Part == part)];
    }

    /// <summary>"counterpart=to|iobj:party!"</summary>
    static Slot SlotOf(string text)
    {
        var required = text.EndsWith('!');
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) throw new InvalidDataException($"frames.tsv: a slot has the form role=function:class, not {text}");
        var parts = text[(equals + 1)..].TrimEnd('!').Split(':');
        return new(
            Enum.Parse<Role>(text[..equals], ignoreCase: true),
            [.. parts[0].Split('|').Select(f => f.Split('.') is [var name, var step] ? new Function(name.Replace('_', ' '), step) : new Function(f.Replace('_', ' '), null))],
            [.. parts.Length > 1 ? parts[1].Split('|') : []],
            required);
    }
}
