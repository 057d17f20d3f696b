using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// Remarks: segments divided by "; ", a full stop behind the last. A segment begins with one of the Treasury's
/// labels (<c>labels.tsv</c>), or is a weak alias in single quotes, or is a sentence about the party, which is kept as a note.
/// </summary>
static class OfacRemarks
{
    const string Alternate = "alt. ";

    /// <summary>Reads remarks into a draft.</summary>
    /// <param name="remarks">The whole text, with its continuation where there is one.</param>
    /// <param name="cut">The text ends in the middle of a segment, which is therefore not read: half an identifier would be a wrong one.</param>
    /// <param name="draft">Where to.</param>
    /// <param name="coverage">Counts each segment; null where the caller counts the remarks as one value.</param>
    public static void Read(string remarks, bool cut, OfacDraft draft, CoverageCounter? coverage)
    {
        var text = remarks.AsSpan().TrimEnd();
        if (!cut && text.EndsWith(".", StringComparison.Ordinal)) text = text[..^1];
        foreach (var range in text.Split("; "))
        {
            var segment = text[range].Trim();
            if (segment.IsEmpty) continue;
            if (cut && range.End.Equals(text.Length)) { coverage?.Miss("Remarks (segment cut off)"); continue; }
            coverage?.Map();
            Segment(segment.StartsWith(Alternate, StringComparison.Ordinal) ? segment[Alternate.Length..] : segment, draft);
        }
    }

    static void Segment(ReadOnlySpan<char> segment, OfacDraft draft)
    {
        // The XML formats write "(Linked To: NAME)".
        if (segment is ['(', .. var inside, ')'] && OfacLabel.At(inside) is not null) segment = inside;
        if (WeakAlias(segment) is { IsEmpty: false } alias) draft.Name(alias.ToString(), NameKind.WeakAlias);
        else if (OfacLabel.At(segment) is not { } label || !OfacFacts.Read(label, segment[label.Text.Length..].Trim(), draft))
            Sentence(segment.ToString(), draft);
    }

    /// <summary>"a.k.a. 'EL CHAPO'": names in quotes are the weak ones, also former and new ones.</summary>
    static ReadOnlySpan<char> WeakAlias(ReadOnlySpan<char> segment) =>
        segment.Length > 9 && segment[0] is 'a' or 'f' or 'n' && segment[1..].StartsWith(".k.a. '", StringComparison.Ordinal) && segment[^1] == '\''
            ? segment["a.k.a. '".Length..^1].Trim()
            : default;

    /// <summary>
    /// A sentence about the party. The remarks repeat the title column; older ones give an address on the web without a label; one
    /// that begins by naming a relative ("wife of Saddam Hussein al-Tikriti") is also a link.
    /// </summary>
    static void Sentence(string segment, OfacDraft draft)
    {
        if (draft.Has("position", segment)) return;
        var of = segment.IndexOf(" of ", StringComparison.Ordinal);
        var property = segment.Contains(' ') ? "notes"
            : segment.StartsWith("www.", StringComparison.Ordinal) || segment.StartsWith("http", StringComparison.Ordinal) ? "website"
            : segment.Contains('@') ? "email" : "notes";
        draft.Fact(new(property, segment));
        if (of > 0 && !segment.AsSpan(0, of).Contains(' ') && LinkWords.KindBefore(segment, of + 3) == "family")
            draft.Relation("family", segment[(of + 4)..]);
    }
}
