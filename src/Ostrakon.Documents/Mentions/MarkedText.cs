using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>A text as words with their cues: what every finder reads. Immutable.</summary>
sealed class MarkedText
{
    public MarkedText(string text, bool isTitle)
    {
        Text = text;
        IsTitle = isTitle;
        Words = TextWords.Read(text);
        Cues = Mentions.Cues.Mark(Words);
    }

    public string Text { get; }
    public bool IsTitle { get; }
    public TextWord[] Words { get; }
    public Cue[] Cues { get; }

    public int Length => Words.Length;

    public bool Is(int word, Cue cue) => word >= 0 && word < Words.Length && (Cues[word] & cue) != 0;

    /// <summary>Whether the word is written like a name: with a capital.</summary>
    public bool IsCapital(int word) => word >= 0 && word < Words.Length && Words[word].Shape is WordShape.Capital or WordShape.Upper or WordShape.Mixed;

    /// <summary>Whether a capital here says nothing, because a sentence, a quotation or a line begins.</summary>
    public bool Opens(int word) => word == 0 || Words[word].Before is >= Gap.Mark or Gap.Line;

    /// <summary>Whether a word of the sentence around this one gives a cue; at most so many words away.</summary>
    public bool SentenceHas(int word, Cue cue, int reach = 25)
    {
        for (var i = word; i >= 0 && i > word - reach; i--)
        {
            if (Is(i, cue)) return true;
            if (EndsSentence(i)) break;
        }
        for (var i = word + 1; i < Words.Length && i < word + reach && !EndsSentence(i); i++)
            if (Is(i, cue)) return true;
        return false;
    }

    bool EndsSentence(int word) => Words[word].Before is >= Gap.Stop or Gap.Line;

    /// <summary>How many words give a cue.</summary>
    public int CountOf(Cue cue)
    {
        var count = 0;
        foreach (var c in Cues)
            if ((c & cue) != 0) count++;
        return count;
    }

    /// <summary>Where a span of words ends in the text: the point of "U.S." belongs to it.</summary>
    public int EndOf(int end)
    {
        var last = Words[end - 1];
        var spelledOut = end > 1 && last.End - last.Start == 1 && Words[end - 2].End - Words[end - 2].Start == 1 && last.Start - Words[end - 2].End == 1;
        return spelledOut && last.End < Text.Length && Text[last.End] == '.' ? last.End + 1 : last.End;
    }

    public ReadOnlySpan<char> Span(int first, int end) => Text.AsSpan(Words[first].Start, Words[end - 1].End - Words[first].Start);

    public ReadOnlySpan<char> Word(int word) => Text.AsSpan(Words[word].Start, Words[word].End - Words[word].Start);
}
