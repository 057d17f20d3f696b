using Ostrakon.Documents.Extraction.Blocks;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>Which blocks of a page are its article, by which method, and how sure that is. Immutable.</summary>
/// <param name="Kept">Per block.</param>
/// <param name="Method">"html" where the judge decided, "html-fallback" where its choice could not be the article.</param>
/// <param name="Confidence">0..1.</param>
sealed record BlockChoice(bool[] Kept, string Method, double Confidence)
{
    const float Threshold = 0.45f;
    const int FewWords = 25, LeadWords = 10, LeadReach = 12;

    /// <summary>Chooses by the judgement, then checks the choice.</summary>
    public static BlockChoice Make(PageView page, float[] judged)
    {
        var kept = Above(page, judged, Threshold);
        var method = "html";
        if (Words(page, kept) < FewWords)
        {
            // A judge that is sure of nothing still knows what is best.
            var best = 0f;
            for (var i = 0; i < judged.Length; i++)
                if (page.Shapes[i].Words >= LeadWords && i != page.TitleBlock) best = Math.Max(best, judged[i]);
            kept = Above(page, judged, Math.Max(0.05f, 0.5f * best));
        }
        if (Words(page, kept) < FewWords && page.Mass >= FewWords)
        {
            kept = MainArea(page);
            method = "html-fallback";
        }
        LeaveOutComments(page, kept);
        var hasLead = RestoreLead(page, kept);
        return new BlockChoice(kept, method, Sureness(page, judged, kept) * (method == "html" ? 1 : 0.5) * (hasLead ? 1 : 0.8));
    }

    static bool[] Above(PageView page, float[] judged, float threshold)
    {
        var kept = new bool[judged.Length];
        for (var i = 0; i < kept.Length; i++) kept[i] = judged[i] >= threshold && i != page.TitleBlock && !IsClutterByItself(page, i);
        return kept;
    }

    /// <summary>A short line that a phrase of clutter gives away, as it does in a scraped text, or that is a byline by its code.</summary>
    static bool IsClutterByItself(PageView page, int i)
    {
        const int shortLine = 12, byline = 6;
        var shape = page.Shapes[i];
        return !shape.Closed && (page.Phrases[i] is not null && shape.Words <= shortLine || shape.Words <= byline && page.RoleDistance(page.Map.Blocks[i].Area, AreaRoles.Author) == 0);
    }

    static int Words(PageView page, bool[] kept)
    {
        var words = 0;
        for (var i = 0; i < kept.Length; i++)
            if (kept[i]) words += page.Shapes[i].Words;
        return words;
    }

    /// <summary>Readers' comments are no part of an article, however much they read like one, unless there is nothing else, as in a forum.</summary>
    static void LeaveOutComments(PageView page, bool[] kept)
    {
        var own = (bool[])kept.Clone();
        for (var i = 0; i < own.Length; i++) own[i] &= !page.InComments(page.Map.Blocks[i].Area);
        if (Words(page, own) >= FewWords) own.CopyTo(kept, 0);
    }

    /// <summary>The second method: all running text of the area that holds most of it.</summary>
    static bool[] MainArea(PageView page)
    {
        var kept = new bool[page.Shapes.Length];
        var area = page.Map.Areas[page.MainArea];
        for (var i = area.FirstBlock; i < area.EndBlock; i++)
        {
            var block = page.Map.Blocks[i];
            kept[i] = i != page.TitleBlock && 2 * block.LinkChars < block.Length && page.Phrases[i] is null && !page.InClutter(block.Area);
        }
        return kept;
    }

    /// <summary>
    /// The gist that the page announces must be in the text: where it is not, and a dropped sentence beside the text is that gist, the sentence comes back.
    /// False where the page announces a gist that stands in a dropped block and could not be brought back.
    /// </summary>
    static bool RestoreLead(PageView page, bool[] kept)
    {
        var first = Array.IndexOf(kept, true);
        var (found, best) = (0f, -1);
        for (var i = 0; i < kept.Length; i++)
        {
            if (page.Shapes[i].Words < LeadWords || page.InDescription[i] < 0.6f) continue;
            if (kept[i]) return true;
            if (page.InDescription[i] > found && i != page.TitleBlock) (found, best) = (page.InDescription[i], i);
        }
        if (best < 0) return true;
        var near = first >= 0 && best > page.TitleBlock && best <= first && first - best <= LeadReach;
        if (!near || page.InClutter(page.Map.Blocks[best].Area) || !page.Shapes[best].Closed || page.Map.Blocks[best].LinkChars * 2 > page.Map.Blocks[best].Length) return false;
        kept[best] = true;
        return true;
    }

    /// <summary>How far the judgement is from undecided, over the words that it kept.</summary>
    static double Sureness(PageView page, float[] judged, bool[] kept)
    {
        double sure = 0, words = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            if (!kept[i]) continue;
            sure += judged[i] * page.Shapes[i].Words;
            words += page.Shapes[i].Words;
        }
        return words > 0 ? sure / words : 0;
    }
}
