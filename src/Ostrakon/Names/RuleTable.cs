namespace Ostrakon.Names;

/// <summary>
/// A rewriting table: at each letter the longest rule that fits is applied. A line is <c>pattern TAB output [TAB output ...]</c>; the
/// outputs are one column per scheme, an empty or missing one means the first. A pattern is <c>before[target]after</c>, or the target
/// alone; the context may use ^ and $ (ends of the word), V (a vowel) and C (any other letter). The header line
/// <c>#vowels: ...</c> names the vowels. ASCII letters and digits without a rule are copied, anything else without a rule is left out.
/// </summary>
sealed class RuleTable
{
    readonly Rule[]?[] _byFirst;
    readonly char _lowest;
    readonly string _vowels;

    RuleTable(Rule[]?[] byFirst, char lowest, string vowels, int columns) =>
        (_byFirst, _lowest, _vowels, Columns) = (byFirst, lowest, vowels, columns);

    /// <summary>How many schemes the table holds, at least 1.</summary>
    public int Columns { get; }

    /// <summary>A table that is read when it is first needed.</summary>
    public static Lazy<RuleTable> Later(string name) => new(() => Load(name));

    public static RuleTable Load(string name)
    {
        var rules = new List<Rule>();
        var vowels = "aeiouy";
        foreach (var cells in TableFile.Rows(name))
            if (cells[0] == "vowels:") vowels = cells[1];
            else rules.Add(Rule.Parse(cells));
        var lowest = rules.Min(r => r.Target[0]);
        var byFirst = new Rule[]?[rules.Max(r => r.Target[0]) - lowest + 1];
        foreach (var group in rules.GroupBy(r => r.Target[0]))
            byFirst[group.Key - lowest] = [.. group.OrderByDescending(r => r.Target.Length).ThenByDescending(r => r.Before.Length + r.After.Length)
                .ThenByDescending(r => r.After.Length)];
        return new RuleTable(byFirst, lowest, vowels, rules.Max(r => r.Outputs.Length));
    }

    /// <summary>Rewrites a word by one scheme and returns how many characters it wrote; stops where the room ends.</summary>
    public int Rewrite(ReadOnlySpan<char> word, int column, Span<char> output)
    {
        var written = 0;
        for (var i = 0; i < word.Length;)
        {
            if (Find(word, i) is { } rule)
            {
                var text = rule.Outputs[column < rule.Outputs.Length && rule.Outputs[column].Length > 0 ? column : 0];
                if (text == "-") text = "";
                if (written + text.Length > output.Length) return written;
                text.CopyTo(output[written..]);
                written += text.Length;
                i += rule.Target.Length;
                continue;
            }
            if (char.IsAsciiLetterOrDigit(word[i]) && written < output.Length) output[written++] = word[i];
            i++;
        }
        return written;
    }

    Rule? Find(ReadOnlySpan<char> word, int at)
    {
        var index = word[at] - _lowest;
        if ((uint)index >= (uint)_byFirst.Length || _byFirst[index] is not { } rules) return null;
        foreach (var rule in rules)
            if (word[at..].StartsWith(rule.Target) && FitsBefore(rule.Before, word, at) && FitsAfter(rule.After, word, at + rule.Target.Length))
                return rule;
        return null;
    }

    bool FitsBefore(string context, ReadOnlySpan<char> word, int at)
    {
        for (var i = context.Length - 1; i >= 0; i--)
            if (context[i] == '^') return at == 0;
            else if (--at < 0 || !Fits(context[i], word[at])) return false;
        return true;
    }

    bool FitsAfter(string context, ReadOnlySpan<char> word, int at)
    {
        foreach (var c in context)
            if (c == '$') return at == word.Length;
            else if (at >= word.Length || !Fits(c, word[at++])) return false;
        return true;
    }

    bool Fits(char pattern, char letter) => pattern switch
    {
        'V' => _vowels.Contains(letter),
        'C' => !_vowels.Contains(letter),
        _ => pattern == letter,
    };

    sealed record Rule(string Before, string Target, string After, string[] Outputs)
    {
        public static Rule Parse(string[] cells)
        {
            var pattern = cells[0];
            int open = pattern.IndexOf('['), close = pattern.IndexOf(']');
            if (open >= 0) return new(pattern[..open], pattern[(open + 1)..close], pattern[(close + 1)..], cells[1..]);
            var start = pattern.StartsWith('^') ? 1 : 0;
            var end = pattern.EndsWith('$') ? pattern.Length - 1 : pattern.Length;
            return new(pattern[..start], pattern[start..end], pattern[end..], cells[1..]);
        }
    }
}
