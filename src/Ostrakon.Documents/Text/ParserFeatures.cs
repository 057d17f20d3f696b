using System.Runtime.CompilerServices;
using static Ostrakon.Documents.Text.Feature;

namespace Ostrakon.Documents.Text;

/// <summary>What the parser's models see of a state: words and tags at the top of the stack (s) and the front of the buffer (b), their
/// outermost children (l, r), distances and numbers of children; after Zhang and Nivre 2011.</summary>
static class ParserFeatures
{
    public const int TransitionCount = 62, RelationCount = 26;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transition(ParserState p, Span<ulong> f)
    {
        int s0 = p.Stack(0), s1 = p.Stack(1), s2 = p.Stack(2), b0 = p.Buffer(0), b1 = p.Buffer(1), b2 = p.Buffer(2);
        int s0l = p.Left1(s0), s0r = p.Right1(s0), s1l = p.Left1(s1), s1r = p.Right1(s1), b0l = p.Left1(b0);
        ulong s0w = p.Word(s0), s1w = p.Word(s1), s2w = p.Word(s2), b0w = p.Word(b0), b1w = p.Word(b1);
        ulong s0t = p.Tag(s0), s1t = p.Tag(s1), s2t = p.Tag(s2), b0t = p.Tag(b0), b1t = p.Tag(b1), b2t = p.Tag(b2);
        ulong s0lw = p.Word(s0l), s1lw = p.Word(s1l), s0rt = p.Tag(s0r), s1rt = p.Tag(s1r), b0lt = p.Tag(b0l), s0lt = p.Tag(s0l);
        ulong gap = Distance(b0 - s0), gap1 = Distance(s0 - s1);
        // Numbers of children of s0, s1 and b0 in one value each.
        ulong v0 = (ulong)(p.Lefts(s0) * 8 + p.Rights(s0)), v1 = (ulong)(p.Lefts(s1) * 8 + p.Rights(s1)), vb = (ulong)p.Lefts(b0);
        ulong t01 = s1t << 8 | s0t, t0b = s0t << 8 | b0t;
        f[0] = Hash(1, s0w);
        f[1] = Hash(2, s0w, s0t);
        f[2] = Hash(3, s0t);
        f[3] = Hash(4, s1w, s1t);
        f[4] = Hash(5, s1t);
        f[5] = Hash(6, b0w);
        f[6] = Hash(7, b0w, b0t);
        f[7] = Hash(8, b0t);
        f[8] = Hash(9, b1w, b1t);
        f[9] = Hash(10, b1t, b2t);
        f[10] = Hash(11, p.Word(b2), b2t);
        f[11] = Hash(12, s2w, s2t);
        f[12] = Hash(13, s0w, b0w, t0b);
        f[13] = Hash(14, s0w, b0t, s0t);
        f[14] = Hash(15, b0w, s0t, b0t);
        f[15] = Hash(16, s0w, b0w);
        f[16] = Hash(17, t0b);
        f[17] = Hash(18, s1w, s0w, t01);
        f[18] = Hash(19, s1w, s0t, s1t);
        f[19] = Hash(20, s0w, s1t, s0t);
        f[20] = Hash(21, s1w, s0w);
        f[21] = Hash(22, t01);
        f[22] = Hash(23, t01, b0t);
        f[23] = Hash(24, t01, b0w);
        f[24] = Hash(25, t0b, b1t);
        f[25] = Hash(26, t0b, b1t, b2t);
        f[26] = Hash(27, s2t, t01);
        f[27] = Hash(28, s2t, t01, b0t);
        f[28] = Hash(29, s1t, b0t, s0w);
        f[29] = Hash(30, b0t, b1w, s0t);
        f[30] = Hash(31, s0w, b0w, b1t);
        f[31] = Hash(32, t0b, s0lt, s0rt);
        f[32] = Hash(33, t0b, b0lt);
        f[33] = Hash(34, t0b, s0rt);
        f[34] = Hash(35, t01, s1rt);
        f[35] = Hash(36, t01, p.Tag(s1l));
        f[36] = Hash(37, t01, s0lt);
        f[37] = Hash(38, t01, s0rt);
        // Prepositions: the leftmost child of a noun is its "to" or "of", which decides between the verb and the noun before it.
        f[38] = Hash(39, s1w, s0lw);
        f[39] = Hash(40, s1t, s0lw, s0t);
        f[40] = Hash(41, s2w, s0lw, s1t);
        f[41] = Hash(42, s2t, s0lw, s1w);
        f[42] = Hash(43, s1w, s0lw, s0w);
        f[43] = Hash(44, s1lw, s0lw, t01);
        f[44] = Hash(45, s0w, gap, b0t);
        f[45] = Hash(46, s0t, gap, b0t);
        f[46] = Hash(47, b0w, gap, s0t);
        f[47] = Hash(48, t01, gap1);
        f[48] = Hash(49, s1w, gap1, s0t);
        f[49] = Hash(50, s0t, v0, b0t);
        f[50] = Hash(51, s0w, v0);
        f[51] = Hash(52, t01, v1);
        f[52] = Hash(53, b0t, vb, s0t);
        f[53] = Hash(54, s0t, p.Rel(s0l), p.Rel(s0r));
        f[54] = Hash(55, t01, p.Rel(s1r), p.Rel(p.Right2(s1)));
        f[55] = Hash(56, t0b, p.Rel(b0l), p.Rel(s0r));
        f[56] = Hash(57, t01, p.Rel(s0l), p.Rel(s1r));
        f[57] = Hash(58, s0w, p.Rel(s0l), p.Rel(p.Left2(s0)));
        f[58] = Hash(59, t01, p.Rel(s1l), p.Rel(s1r));
        f[59] = Hash(60, s1w, p.Rel(s1l), p.Rel(s1r));
        f[60] = Hash(61, b0w, b1w);
        f[61] = Hash(62, t0b, p.Word(s0r), b0lt);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Relation(ParserState p, int head, int word, Span<ulong> f)
    {
        ulong hw = p.Word(head), ht = p.Tag(head), dw = p.Word(word), dt = p.Tag(word);
        ulong side = word < head ? 1ul : 2, gap = Distance(Math.Abs(head - word));
        ulong tags = side << 16 | ht << 8 | dt;
        int l = p.Left1(word), r = p.Right1(word), outer = word < head ? p.Left1(head) : p.Right1(head);
        ulong lw = p.Word(l), before = Neighbour(p, word - 1), after = Neighbour(p, word + 1);
        f[0] = Hash(201, tags);
        f[1] = Hash(202, tags, gap);
        f[2] = Hash(203, dw, side, dt);
        f[3] = Hash(204, hw, side, ht);
        f[4] = Hash(205, hw, tags);
        f[5] = Hash(206, dw, tags);
        f[6] = Hash(207, hw, dw, side);
        f[7] = Hash(208, tags, before, after);
        f[8] = Hash(209, tags, before);
        f[9] = Hash(210, tags, after);
        f[10] = Hash(211, tags, p.Rel(outer));
        f[11] = Hash(212, tags, p.Rel(outer), hw);
        f[12] = Hash(213, tags, p.Rel(l), p.Rel(r));
        f[13] = Hash(214, tags, lw);
        f[14] = Hash(215, lw, side, ht);
        f[15] = Hash(216, lw, hw, dt);
        f[16] = Hash(217, tags, p.Word(p.Left2(word)), lw);
        f[17] = Hash(218, tags, Neighbour(p, head - 1), Neighbour(p, head + 1));
        f[18] = Hash(219, tags, p.Rel(p.Left1(head)), p.Rel(p.Right1(head)));
        f[19] = Hash(220, p.Shapes.Ending3(word), side, ht);
        f[20] = Hash(221, p.Rel(l), dt, side);
        f[21] = Hash(222, lw, dw, side);
        f[22] = Hash(223, tags, p.Shapes.Word(word - 1));
        f[23] = Hash(224, tags, (ulong)(p.Lefts(word) * 8 + p.Rights(word)), (ulong)(p.Lefts(head) * 8 + p.Rights(head)));
        f[24] = Hash(225, tags, p.Shapes.Shape(word), p.Rel(outer));
        f[25] = Hash(226, tags, p.Rel(p.Right1(head)), p.Rel(p.Right2(head)));
    }

    static ulong Neighbour(ParserState p, int i) => i < 0 ? 250 : i >= p.Count ? 249ul : p.Tags[i];

    static ulong Distance(int gap) => gap switch { <= 4 => (ulong)Math.Max(gap, 0), <= 6 => 5, <= 10 => 6, <= 20 => 7, _ => 8 };
}
