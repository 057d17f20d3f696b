using System.Runtime.CompilerServices;
namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>The runs of three words of a text, as a set: how much of another text comes from it. Immutable once made.</summary>
sealed class WordRuns
{
    const int Length = 3;

    readonly HashSet<ulong> runs = [];

    public WordRuns(string? text)
    {
        if (text is null) return;
        foreach (var run in Of(text)) runs.Add(run);
    }

    public bool IsEmpty => runs.Count == 0;

    /// <summary>The share, 0..1, of a text's runs that this text has too; a text shorter than a run has the share of its one short run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Share(ReadOnlySpan<char> text)
    {
        if (runs.Count == 0) return 0;
        int all = 0, known = 0;
        foreach (var run in Of(text))
        {
            all++;
            if (runs.Contains(run)) known++;
        }
        return all == 0 ? 0 : (float)known / all;
    }

    /// <summary>The shares of three texts in one, which is read once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (float, float, float) Shares(ReadOnlySpan<char> text, WordRuns one, WordRuns two, WordRuns three)
    {
        if (one.IsEmpty && two.IsEmpty && three.IsEmpty) return default;
        int all = 0, inOne = 0, inTwo = 0, inThree = 0;
        foreach (var run in Of(text))
        {
            all++;
            if (one.runs.Contains(run)) inOne++;
            if (two.runs.Contains(run)) inTwo++;
            if (three.runs.Contains(run)) inThree++;
        }
        return all == 0 ? default : ((float)inOne / all, (float)inTwo / all, (float)inThree / all);
    }

    /// <summary>The runs of a text, in order.</summary>
    public static Enumerator Of(ReadOnlySpan<char> text) => new(text);

    /// <summary>Hashes of three words each, letters and digits only, small letters.</summary>
    public ref struct Enumerator(ReadOnlySpan<char> text)
    {
        readonly ReadOnlySpan<char> text = text;
        int at, words;
        ulong one, two, three;

        public ulong Current { get; private set; }
        public readonly Enumerator GetEnumerator() => this;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public bool MoveNext()
        {
            while (NextWord() is var word and not 0)
            {
                (one, two, three) = (two, three, word);
                if (++words < Length) continue;
                Current = ((one * 31) + two) * 1_000_003 + three;
                return true;
            }
            return false;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        ulong NextWord()
        {
            while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
            if (at == text.Length) return 0;
            var hash = 14695981039346656037ul;                           // FNV-1a
            for (; at < text.Length && char.IsLetterOrDigit(text[at]); at++) hash = (hash ^ char.ToLowerInvariant(text[at])) * 1099511628211ul;
            return hash | 1;
        }
    }
}
