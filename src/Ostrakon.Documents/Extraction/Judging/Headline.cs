using System.Runtime.CompilerServices;
using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Clutter;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>Finds the block that is the headline of the page's article. Stateless.</summary>
static class Headline
{
    const int LongestWords = 45;

    static readonly char[] Marks = [.. ",.:;!?\"'()[]|"];

    /// <summary>The index of the block; -1 where none is the headline.</summary>
    /// <param name="map">The page.</param>
    /// <param name="titles">What the page calls itself, best first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(PageMap map, IReadOnlyList<string> titles)
    {
        var known = titles.Select(static t => Words(FoldedLine.Of(t))).Where(static w => w.Count > 0).ToList();
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            var block = map.Blocks[i];
            if (block.Words > LongestWords) continue;
            var level = block.Tag switch { BlockTag.Heading1 => 0.5, BlockTag.Heading2 => 0.3, BlockTag.Heading3 or BlockTag.Heading4 => 0.15, _ => (map.Areas[block.Area].Roles & AreaRoles.Title) != 0 ? 0.15 : 0 };
            if (level == 0 && known.Count == 0) continue;
            var words = Words(FoldedLine.Of(map.TextOf(block)));
            if (words.Count == 0) continue;
            var score = level == 0.5 && words.Count > 1 ? 0.45 : 0.0;     // a first-level heading alone, where the page says nothing of itself
            foreach (var title in known)
            {
                var both = words.Count(title.Contains);
                double precision = (double)both / words.Count, recall = (double)both / title.Count;
                if (precision < 0.75 || both < 2 && title.Count > 1) continue;
                score = Math.Max(score, 2 * precision * recall / (precision + recall));
            }
            if (score < 0.4) continue;
            score += level - (2.0 * block.LinkChars > block.Length ? 0.2 : 0);
            if (score > bestScore + 1e-6) (best, bestScore) = (i, score);
        }
        return best;
    }

    static HashSet<string> Words(string folded) => [.. folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static w => w.Trim(Marks)).Where(static w => w.Length > 0 && w != "-")];
}
