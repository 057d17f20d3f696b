using System.Runtime.CompilerServices;
using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Clutter;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>Finds the block that is the headline of the page's article. Stateless.</summary>
static class Headline
{
    const int LongestWords = 45;

    static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create(",.:;!?\"'()[]|");

    /// <summary>The index of the block; -1 where none is the headline.</summary>
    /// <param name="map">The page.</param>
    /// <param name="titles">What the page calls itself, best first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(PageMap map, IReadOnlyList<string> titles)
    {
        var known = titles.Select(static t => Words(FoldedLine.Of(t))).Where(static w => w.Count > 0).ToList();
        var (best, bestScore) = (-1, 0.0);
        Span<Range> words = stackalloc Range[LongestWords + 1];
        var buffer = new char[512];
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            var block = map.Blocks[i];
            if (block.Words > LongestWords) continue;
            var level = block.Tag switch { BlockTag.Heading1 => 0.5, BlockTag.Heading2 => 0.3, BlockTag.Heading3 or BlockTag.Heading4 => 0.15, _ => (map.Areas[block.Area].Roles & AreaRoles.Title) != 0 ? 0.15 : 0 };
            if (level == 0 && known.Count == 0) continue;
            if (block.Length > buffer.Length) buffer = new char[2 * block.Length];
            var line = FoldedLine.Of(map.TextOf(block), buffer);
            var count = Words(line, words);
            if (count == 0) continue;
            var score = level == 0.5 && count > 1 ? 0.45 : 0.0;           // a first-level heading alone, where the page says nothing of itself
            foreach (var title in known)
            {
                var (both, lookup) = (0, title.GetAlternateLookup<ReadOnlySpan<char>>());
                foreach (var word in words[..count])
                    if (lookup.Contains(line[word])) both++;
                double precision = (double)both / count, recall = (double)both / title.Count;
                if (precision < 0.75 || both < 2 && title.Count > 1) continue;
                score = Math.Max(score, 2 * precision * recall / (precision + recall));
            }
            if (score < 0.4) continue;
            score += level - (2.0 * block.LinkChars > block.Length ? 0.2 : 0);
            if (score > bestScore + 1e-6) (best, bestScore) = (i, score);
        }
        return best;
    }

    static HashSet<string> Words(string folded)
    {
        var words = new Range[folded.Length + 1];
        return [.. words[..Words(folded, words)].Select(word => folded[word])];
    }

    /// <summary>Finds the different words of a folded line; their number.</summary>
    static int Words(ReadOnlySpan<char> folded, Span<Range> words)
    {
        var count = 0;
        foreach (var part in folded.Split(' '))
        {
            var (start, end) = (part.Start.GetOffset(folded.Length), part.End.GetOffset(folded.Length));
            while (start < end && Marks.Contains(folded[start])) start++;
            while (start < end && Marks.Contains(folded[end - 1])) end--;
            if (start == end || end - start == 1 && folded[start] == '-' || count == words.Length) continue;
            var isNew = true;
            foreach (var word in words[..count]) isNew &= !folded[word].SequenceEqual(folded[start..end]);
            if (isNew) words[count++] = start..end;
        }
        return count;
    }
}
