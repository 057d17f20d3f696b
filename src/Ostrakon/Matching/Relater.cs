using System.Runtime.InteropServices;
using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>
/// Relates every word of a reading to the indexed words that are like it, by the same channels as <see cref="WordLikeness"/>: equal and
/// mistyped forms, beginnings, phonetic keys, classes.
/// </summary>
readonly ref struct Relater(NameIndex index, Workspace workspace, RelationCache cache, QueryReading query, ChannelWeights weights)
{
    readonly NameIndex index = index;

    /// <summary>Links the words, and notes whose names are to be visited.</summary>
    public void Relate()
    {
        workspace.Begin(query.Words.Length);
        for (var i = 0; i < query.Words.Length; i++)
        {
            if (!cache.TryGet(query.Words[i].Key, out var relatives)) cache.Add(query.Words[i].Key, relatives = new(RelationsOf(query.Words[i])));
            var weight = query.View.Words[i].Weight;
            var visits = query.Proves(i) ? workspace.Visits(i) : null;
            foreach (ref readonly var relation in relatives.Words.AsSpan())
            {
                workspace.AddLink(relation.Word, i, relation.Likeness);
                visits?.Add(new(relation.Word, relation.Likeness.Value * weight, false));
            }
        }
    }

    Relation[] RelationsOf(Word word)
    {
        workspace.BeginWords();
        Find(word);
        var relations = new Relation[workspace.Found.Count];
        // As plain numbers they are sorted several times faster than by a comparison: the most alike first, as names are visited.
        var order = new ulong[relations.Length];
        var count = 0;
        foreach (var found in workspace.Found)
        {
            ref readonly var other = ref index.Words[found];
            var likeness = WordLikeness.OfMeaning(word, other.Role, other.Class, workspace.LikenessOf(found));
            likeness = WordLikeness.OfSigns(word, other.Script, index.FormsOf(other), index, likeness, weights);
            if (likeness.Value <= 0) continue;
            order[count] = ((ulong)~BitConverter.SingleToUInt32Bits(likeness.Value) << 32) | (uint)found;
            relations[count++] = new(found, likeness);
        }
        order.AsSpan(0, count).Sort(relations.AsSpan(0, count));
        return relations[..count];
    }

    void Find(Word word)
    {
        Span<ulong> room = stackalloc ulong[TypingPattern.Room];
        for (var f = 0; f < word.Forms.Length; f++)
        {
            var form = word.Forms[f];
            var pattern = new TypingPattern(form, room);
            workspace.BeginForms();
            Look(word, pattern, f, index.FindForm(form));
            if (word.Role is not TokenRole.Name) continue;
            LookAtTypings(word, pattern, f);
            LookAtPrefixes(word, pattern, f);
        }
        FindSounds(word);
        if (word.Class != 0)
            foreach (var pair in index.Classes.Find(word.Class))
            {
                ref readonly var other = ref index.Words[pair.Value];
                if (WordLikeness.Comparable(word.Role, other.Role)) workspace.Find(pair.Value, WordLikeness.OfClass(word, other.Class, other.Skeleton, other.Script, weights));
            }
        if (word.Skeleton != 0 && word.SkeletonLength >= WordLikeness.ShortestSkeleton && word.Role is TokenRole.Name)
            foreach (var pair in index.Skeletons.Find(word.Skeleton))
            {
                ref readonly var other = ref index.Words[pair.Value];
                workspace.Find(pair.Value, WordLikeness.OfSkeleton(word, other.Role, other.Class, other.Skeleton, index.Form(index.FormsOf(other)[0]), weights));
            }
    }

    /// <summary>Words of another script that sound much the same.</summary>
    void FindSounds(Word word)
    {
        if (word.Role is not TokenRole.Name || word.Sounds.Length == 0) return;
        var romanised = word.Script.IsRomanised();
        var sounds = romanised ? index.LatinSounds : index.NativeSounds;
        var (mine, theirs) = SoundKeys.SpellingsOf(romanised);
        workspace.BeginSounds();
        workspace.Mapped.Clear();
        sounds.AddValues(word.Sounds, workspace.Mapped);
        var heard = CollectionsMarshal.AsSpan(workspace.Mapped);
        var count = 0;
        foreach (var found in heard)
        {
            if (!workspace.IsNewSound(found)) continue;
            ref readonly var other = ref index.Words[found];
            if (WordLikeness.MaySound(word, other.Role, other.Script)) heard[count++] = found;
        }
        heard = heard[..count];
        Span<ulong> room = stackalloc ulong[TypingPattern.Room];
        for (var f = 0; f < Math.Min(word.Forms.Length, mine); f++)
        {
            var form = word.Forms[f];
            var pattern = new TypingPattern(form, room);
            foreach (var found in heard)
            {
                // What is as good as equal already cannot sound better.
                var least = Math.Max(workspace.ValueOf(found), weights.SoundLeast);
                if (least >= weights.SoundTop) continue;
                var forms = index.FormsOf(index.Words[found]);
                for (var k = 0; k < Math.Min(forms.Length, theirs); k++)
                    workspace.Find(found, WordLikeness.OfSound(form, pattern, index.Form(forms[k]), least, weights));
            }
        }
    }

    void LookAtTypings(Word word, in TypingPattern pattern, int f)
    {
        var form = word.Forms[f];
        if (DeletionKeys.Edits(form.Length) == 0) return;
        Span<uint> keys = stackalloc uint[DeletionKeys.Most];
        workspace.Mapped.Clear();
        index.Near.AddValues(keys[..DeletionKeys.Of(form, keys)], workspace.Mapped);
        foreach (var other in workspace.Mapped) Look(word, pattern, f, other);
    }

    /// <summary>Forms that this one is a beginning of, or that are a beginning of it.</summary>
    void LookAtPrefixes(Word word, in TypingPattern pattern, int f)
    {
        ReadOnlySpan<byte> form = word.Forms[f];
        if (form.Length < WordLikeness.ShortestPrefix) return;
        for (var other = index.FirstFormFrom(form); other < index.FormCount && index.Form(other).StartsWith(form); other++) Look(word, pattern, f, other);
        for (var length = WordLikeness.ShortestPrefix; length < form.Length; length++) Look(word, pattern, f, index.FindForm(form[..length]));
    }

    /// <summary>Finds the words that are written in this form, if it is like the form of the query.</summary>
    void Look(Word word, in TypingPattern pattern, int f, int form)
    {
        if (form < 0 || !workspace.IsNew(form)) return;
        var texts = WordLikeness.OfTexts(word.Forms[f], pattern, index.Form(form), weights);
        if (texts.Value <= 0) return;
        foreach (var holder in index.WordsOfForm(form))
        {
            ref readonly var other = ref index.Words[holder];
            if (!WordLikeness.Comparable(word.Role, other.Role)) continue;
            var usual = f == 0 && index.FormsOf(other)[0] == form;
            workspace.Find(holder, WordLikeness.OfForms(texts, word.Role, other.Role, usual, weights));
        }
    }
}
