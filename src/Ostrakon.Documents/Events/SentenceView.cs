using System.Runtime.InteropServices;
using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>A parsed sentence with the parties that its words name. For one thread.</summary>
sealed class SentenceView
{
    readonly int[] parties;
    readonly MentionHow[] hows;

    SentenceView(SyntaxTree tree, int[] parties, MentionHow[] hows, MentionMap map, Sentence sentence)
    {
        (Tree, this.parties, this.hows, Map, Sentence) = (tree, parties, hows, map, sentence);
        IsQuestion = sentence.Tokens[^1].In(tree.Text) is "?" || (sentence.Tokens.Length > 1 && sentence.Tokens[^2].In(tree.Text) is "?");
    }

    public SyntaxTree Tree { get; }
    public Sentence Sentence { get; }
    public MentionMap Map { get; }
    public bool IsQuestion { get; }

    /// <summary>Who says the whole sentence.</summary>
    public SentenceSources Sources => sources ??= SentenceSources.Of(this);
    SentenceSources? sources;

    /// <summary>The number of the party that a word names or is part of the name of; -1 for none.</summary>
    public int Party(int word) => parties[word];

    public MentionHow How(int word) => hows[word];

    public DocumentParty? PartyOf(int word) => parties[word] < 0 ? null : Map.Parties[parties[word]];

    /// <summary>Whether the word is an adjective or people for a state ("Russian") and so describes rather than names.</summary>
    public bool IsDemonym(int word) => parties[word] >= 0 && hows[word] == MentionHow.Demonym;

    /// <summary>The view of a sentence; null where its words and their tags rule out that it tells an event, so that it is not parsed.</summary>
    public static SentenceView? Read(SyntaxAnalyzer analyzer, string text, Sentence sentence, MentionMap map)
    {
        var words = new List<Token>(sentence.Tokens.Length);
        var names = new List<bool>(sentence.Tokens.Length);
        var parties = new List<int>(sentence.Tokens.Length);
        var hows = new List<MentionHow>(sentence.Tokens.Length);
        var mentions = map.Inside(sentence.Start, sentence.End);
        var next = 0;
        for (var i = 0; i < sentence.Tokens.Length;)
        {
            var token = sentence.Tokens[i];
            while (next < mentions.Length && mentions[next].End <= token.Start) next++;
            var inside = next < mentions.Length && mentions[next].Start < token.End;
            var end = i + 1;
            if (inside && mentions[next].Start >= token.Start)
            {
                while (end < sentence.Tokens.Length && sentence.Tokens[end].Start < mentions[next].End) end++;
                while (end > i + 1 && sentence.Tokens[end - 1].In(text) is "'s" or "’s" or "'" or "’" or "," or "\"") end--;
            }
            if (end > i + 1) end = WithTail(text, sentence, end);
            else if (char.IsUpper(text[token.Start])) end = WithTail(text, sentence, end);
            if (end > i + 1 && IsOneName(text, sentence, i, end))
            {
                words.Add(new(token.Start, sentence.Tokens[end - 1].End));
                names.Add(!inside || mentions[next].How != MentionHow.Demonym);
            }
            else if (JoinedLength(text, sentence, i) is > 1 and var joined)
            {
                end = i + joined;
                words.Add(new(token.Start, sentence.Tokens[end - 1].End));
                names.Add(false);
            }
            else
            {
                end = i + 1;
                words.Add(token);
                names.Add(inside && mentions[next].How is not (MentionHow.Demonym or MentionHow.Description or MentionHow.Pronoun) && char.IsUpper(text[token.Start]));
            }
            parties.Add(inside && token.In(text) is not ("'s" or "’s") ? mentions[next].Party : -1);
            hows.Add(inside ? mentions[next].How : default);
            i = end;
        }
        Token[] spans = [.. words];
        var promise = new SentencePromise(text, spans, parties, map);
        if (!promise.Holds(null)) return null;
        analyzer.Tag(text, spans, CollectionsMarshal.AsSpan(names));
        TagRepair.Apply(analyzer, text, spans, parties);
        if (!promise.Holds(analyzer)) return null;
        return new(analyzer.Parse(), [.. parties], [.. hows], map, sentence);
    }

    /// <summary>Whether tokens are one name: capitals, digits, joining marks and small words between capitals.</summary>
    static bool IsOneName(string text, Sentence sentence, int first, int end)
    {
        if (!IsNameWord(sentence.Tokens[first].In(text)) || !(IsNameWord(sentence.Tokens[end - 1].In(text)) || sentence.Tokens[end - 2].In(text) is "-")) return false;
        for (var i = first + 1; i < end - 1; i++)
        {
            var word = sentence.Tokens[i].In(text);
            if (!IsNameWord(word) && sentence.Tokens[i - 1].In(text) is not "-" && word is not ("-" or "–" or "&" or "/" or "." or "of" or "the" or "for" or "de" or "del" or "al" or "van" or "von" or "bin" or "la" or "du" or "and" or "'s" or "’s" or "da" or "dos" or "el" or "ibn" or "der" or "sur")) return false;
        }
        return true;
    }

    static bool IsNameWord(ReadOnlySpan<char> word) => char.IsUpper(word[0]) || char.IsDigit(word[0]) || word is ".";

    /// <summary>The end of a name with the parts that hang on it by a hyphen ("Hwang Mi|-sook", "al|-Ghad"), but not "-based", "-made".</summary>
    static int WithTail(string text, Sentence sentence, int end)
    {
        while (end + 1 < sentence.Tokens.Length && sentence.Tokens[end].In(text) is "-" && sentence.Tokens[end - 1].End == sentence.Tokens[end].Start && sentence.Tokens[end].End == sentence.Tokens[end + 1].Start)
        {
            var tail = sentence.Tokens[end + 1].In(text);
            if (!char.IsLetter(tail[0]) || char.IsLower(tail[0]) && (tail.EndsWith("ed") || tail.EndsWith("ing") || Suffixes.Contains(tail)) || IsDemonymPair(text, sentence, end)) break;
            end += 2;
        }
        return end;
    }

    static readonly WordList Suffixes = new(["made", "built", "run", "held", "born", "led", "style", "era", "wide", "language", "bound", "owned", "flag", "linked", "type", "speaking", "like", "born", "friendly", "area", "class"]);

    /// <summary>"Russian-Iranian", "Havana-Ottawa": two names, not one.</summary>
    static bool IsDemonymPair(string text, Sentence sentence, int hyphen) => Gazetteer.Country(sentence.Tokens[hyphen - 1].In(text)) is not null && Gazetteer.Country(sentence.Tokens[hyphen + 1].In(text)) is not null;

    /// <summary>How many tokens are one word of the lexicon that is written with a hyphen ("test-fire", "know-how"); else 1.</summary>
    static int JoinedLength(string text, Sentence sentence, int i)
    {
        if (i + 2 >= sentence.Tokens.Length || sentence.Tokens[i + 1].In(text) is not ("-" or "‑")) return 1;
        if (sentence.Tokens[i].End != sentence.Tokens[i + 1].Start || sentence.Tokens[i + 1].End != sentence.Tokens[i + 2].Start) return 1;
        var word = text.AsSpan(sentence.Tokens[i].Start, sentence.Tokens[i + 2].End - sentence.Tokens[i].Start);
        return FrameLexicon.IsTrigger(word) || Nouns.Of(word) != NounClass.None || Governors.Of('m', word) != Governor.None ? 3 : 1;
    }
}
