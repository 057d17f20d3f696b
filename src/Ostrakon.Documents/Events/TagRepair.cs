using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Corrects what the tagger errs in most where it costs an event, before the sentence is parsed: the lexicons of the events know
/// words that the treebank hardly has. Pure.</summary>
static class TagRepair
{
    public static void Apply(SyntaxAnalyzer tagged, string text, Token[] words, List<int> parties)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var part = tagged.Part(i);
            if (parties[i] >= 0) continue;
            if (part == PartOfSpeech.Verb)
            {
                // "the fertiliser magnate Petrov": who acts by the tables, and is no verb in any of them. "its sanctions list": a compound of the tables.
                if (i > 0 && tagged.Form(i) is WordForm.Present or WordForm.Base && (IsNounBeforeName(tagged, text, words, i) || IsCompound(text, words[i - 1], words[i]))) tagged.Retag(i, PartOfSpeech.Noun, WordForm.Singular);
                // "sold | armoured | cars": a participle between a verb and its noun describes the noun.
                else if (tagged.Form(i) == WordForm.PastParticiple && i > 0 && i + 1 < words.Length && tagged.Part(i - 1) == PartOfSpeech.Verb && tagged.Part(i + 1) == PartOfSpeech.Noun)
                    tagged.Retag(i, PartOfSpeech.Adj, WordForm.None);
            }
            // "having | met"
            else if (part == PartOfSpeech.Noun && i > 0 && IsHave(words[i - 1].In(text)) && FrameLexicon.Of('n', words[i].In(text)).IsEmpty && !FrameLexicon.Of('v', words[i].In(text)).IsEmpty
                && words[i].In(text) is var form && (form.EndsWith("ed") || form.EndsWith("t")))
                tagged.Retag(i, PartOfSpeech.Verb, WordForm.PastParticiple);
        }
        GiveFiniteVerb(tagged, text, words);
    }

    /// <summary>"Israeli troops | remained on alert.": a sentence has a finite verb.</summary>
    static void GiveFiniteVerb(SyntaxAnalyzer tagged, string text, Token[] words)
    {
        if (words[^1].In(text) is not ".") return;
        var participle = -1;
        for (var i = 0; i < words.Length; i++)
        {
            var (part, form) = (tagged.Part(i), tagged.Form(i));
            if (part == PartOfSpeech.Aux || part == PartOfSpeech.Verb && form is not (WordForm.PastParticiple or WordForm.Ing)) return;
            if (participle < 0 && part == PartOfSpeech.Verb && form == WordForm.PastParticiple && i > 0 && tagged.Part(i - 1) is PartOfSpeech.Noun or PartOfSpeech.Propn && words[i + 1].In(text) is not "by") participle = i;
        }
        if (participle >= 0) tagged.Retag(participle, PartOfSpeech.Verb, WordForm.Past);
    }

    static bool IsNounBeforeName(SyntaxAnalyzer tagged, string text, Token[] words, int i) =>
        i + 1 < words.Length && char.IsUpper(text[words[i + 1].Start]) && tagged.Part(i - 1) is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Propn
        && words[i].In(text) is var word && char.IsLower(word[0]) && (Nouns.Of(word) & (NounClass.Person | NounClass.Official | NounClass.Body | NounClass.Vessel)) != 0
        && FrameLexicon.Of('v', word).IsEmpty && Governors.Of('v', word) == Governor.None;

    static bool IsCompound(string text, Token first, Token second) =>
        second.End - first.Start < 40 && Nouns.Of(text.AsSpan(first.Start, second.End - first.Start)) != NounClass.None;

    static bool IsHave(ReadOnlySpan<char> word) => word is "having" or "have" or "has" or "had" or "Having";
}
