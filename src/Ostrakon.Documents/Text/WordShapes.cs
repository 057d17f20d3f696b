using System.Runtime.CompilerServices;
namespace Ostrakon.Documents.Text;

/// <summary>What the models see of the words of one sentence, apart from their neighbours: hashes of form, ending, beginning and shape.
/// Reused from sentence to sentence; not safe for use by two threads.</summary>
sealed class WordShapes
{
    ulong[] word = [], ending2 = [], ending3 = [], ending4 = [], beginning2 = [], beginning3 = [], shape = [];

    public int Count { get; private set; }

    /// <summary>A word outside the sentence has its own hash, so that models learn of borders.</summary>
    const ulong Before = 1, After = 2;

    public ulong Word(int i) => At(word, i);
    public ulong Ending2(int i) => At(ending2, i);
    public ulong Ending3(int i) => At(ending3, i);
    public ulong Ending4(int i) => At(ending4, i);
    public ulong Beginning2(int i) => At(beginning2, i);
    public ulong Beginning3(int i) => At(beginning3, i);
    public ulong Shape(int i) => At(shape, i);

    ulong At(ulong[] values, int i) => i < 0 ? Before : i >= Count ? After : values[i];

    /// <summary>Looks at the words of a sentence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Look(string text, ReadOnlySpan<Token> words)
    {
        Count = words.Length;
        if (word.Length < Count)
        {
            var size = Math.Max(Count, SentenceSplitter.Longest);
            (word, ending2, ending3, ending4) = (new ulong[size], new ulong[size], new ulong[size], new ulong[size]);
            (beginning2, beginning3, shape) = (new ulong[size], new ulong[size], new ulong[size]);
        }
        for (var i = 0; i < Count; i++)
        {
            var form = words[i].In(text);
            word[i] = Feature.Word(form);
            ending2[i] = Feature.Word(form.Length > 2 ? form[^2..] : form);
            ending3[i] = Feature.Word(form.Length > 3 ? form[^3..] : form);
            ending4[i] = Feature.Word(form.Length > 4 ? form[^4..] : form);
            beginning2[i] = Feature.Word(form.Length > 2 ? form[..2] : form);
            beginning3[i] = Feature.Word(form.Length > 3 ? form[..3] : form);
            shape[i] = ShapeOf(form) | (i == 0 ? 64ul : 0);
        }
    }

    /// <summary>Which kinds of characters a word has: one bit each for a capital first, capitals only, digits, marks, a point.</summary>
    static ulong ShapeOf(ReadOnlySpan<char> form)
    {
        bool capitalFirst = char.IsUpper(form[0]), small = false, digit = false, mark = false, point = false;
        foreach (var c in form)
        {
            small |= char.IsLower(c);
            digit |= char.IsDigit(c);
            point |= c == '.';
            mark |= !char.IsLetterOrDigit(c) && c != '.';
        }
        return (capitalFirst ? 1u : 0) | (small ? 2u : 0) | (digit ? 4u : 0) | (mark ? 8u : 0) | (point ? 16u : 0) | (form.Length == 1 ? 32u : 0);
    }
}
