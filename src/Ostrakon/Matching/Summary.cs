using System.Text;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>One sentence that says why a score is what it is, for a reader who decides.</summary>
static class Summary
{
    /// <summary>Composes it.</summary>
    /// <param name="pair">The names.</param>
    /// <param name="family">The family name of the listed name, where the list marks it.</param>
    /// <param name="person">Whether both are names of persons.</param>
    /// <param name="facts">What the facts say, in the order in which it is to be read; nothing for a fact that is missing.</param>
    public static string Of(NamePair pair, string? family, bool person, IEnumerable<string> facts)
    {
        List<string> clauses = [.. Agreements(pair, family, person), .. Differences(pair), .. facts];
        if (clauses.Count == 0) clauses.Add("the names agree only in words that prove nothing");
        var text = new StringBuilder(string.Join("; ", clauses)).Append('.');
        if (text[0] is >= 'a' and <= 'z') text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    /// <summary>One clause for each way in which words agree.</summary>
    static IEnumerable<string> Agreements(NamePair pair, string? family, bool person)
    {
        var shown = pair.Pairings.Where(p => pair.Query.Proves(p.Query) || pair.Name.Proves(p.Name)).OrderBy(p => p.Query).ToList();
        if (shown.Count > 1 && shown.Count == pair.Pairings.Length && shown.All(p => Alignment.How(pair, p) == "exact")
            && !Alignment.OnlyInName(pair).Any() && shown.Sum(p => p.QueryCount) == pair.Query.Words.Length)
        {
            yield return pair.Agreement.Flags.HasFlag(NameFlags.OtherOrder) ? "all words agree, in another order" : "all words of the name agree";
            yield break;
        }
        foreach (var group in shown.GroupBy(p => (How: Alignment.How(pair, p), Script: ScriptOf(pair, p))))
        {
            var parts = group.Select(p => Label(pair, p, family, person)).Distinct().ToList();
            yield return $"{Listed(parts)} {Verb(group.Key.How, group.Key.Script, parts.Count > 1)}";
        }
    }

    static string Verb(string how, Script script, bool many) => how switch
    {
        "transliteration" => $"agree{(many ? "" : "s")} after transliteration from {script}",
        "typing error" => $"differ{(many ? "" : "s")} by typing errors",
        "sounds alike" => $"sound{(many ? "" : "s")} alike",
        "equivalent" => many ? "are equivalent forms" : "is an equivalent form",
        "other spelling" => many ? "are other spellings of the same" : "is another spelling of the same",
        "cut short" => many ? "are cut short" : "is cut short",
        "initial" => $"agree{(many ? "" : "s")} by initial",
        "joined" => many ? "are written in one word" : "is written in one word on one side",
        "acronym" => $"agree{(many ? "" : "s")} as an acronym",
        _ => $"agree{(many ? "" : "s")}",
    };

    /// <summary>Words that stand against each other, and words that only one side has.</summary>
    static IEnumerable<string> Differences(NamePair pair)
    {
        var mine = Enumerable.Range(0, pair.Query.Words.Length)
            .Where(i => pair.Query.Proves(i) && !Alignment.TryPairing(pair, i, out _)).Select(i => Quoted(Alignment.Written(pair.Query.Reading, i, 1))).ToList();
        var theirs = Alignment.OnlyInName(pair).Where(pair.Name.Proves).Select(j => Quoted(Alignment.Written(pair.Name.Reading, j, 1))).ToList();
        if (mine.Count > 0 && theirs.Count > 0) yield return $"{Listed(mine)} stand{(mine.Count > 1 ? "" : "s")} against {Listed(theirs)}";
        else if (mine.Count > 0) yield return $"the listed name lacks {Listed(mine)}";
        else if (theirs.Count > 0) yield return $"the query lacks {Listed(theirs)}";
    }

    /// <summary>What the word is in the name of a person whose family name is known; else the word itself.</summary>
    static string Label(NamePair pair, in Pairing pairing, string? family, bool person)
    {
        var written = Alignment.Written(pair.Name.Reading, pairing.Name, pairing.NameCount);
        if (!person || family is null) return Quoted(written);
        return family.Contains(written, StringComparison.OrdinalIgnoreCase) ? "family name"
            : IsPatronymic(pair.Name.Reading.Tokens[pairing.Name].Text) ? "patronymic"
            : "given name";
    }

    static bool IsPatronymic(string word) => word.Length > 6
        && (word.EndsWith("ovich", StringComparison.Ordinal) || word.EndsWith("evich", StringComparison.Ordinal) || word.EndsWith("ovych", StringComparison.Ordinal)
            || word.EndsWith("ovna", StringComparison.Ordinal) || word.EndsWith("evna", StringComparison.Ordinal) || word.EndsWith("ivna", StringComparison.Ordinal));

    static Script ScriptOf(NamePair pair, in Pairing pairing)
    {
        var (mine, theirs) = (pair.Query.Reading.Tokens[pairing.Query].Script, pair.Name.Reading.Tokens[pairing.Name].Script);
        return mine == Script.Latin ? theirs : mine;
    }

    static string Quoted(string word) => $"\"{word}\"";

    static string Listed(List<string> parts) => parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";
}
