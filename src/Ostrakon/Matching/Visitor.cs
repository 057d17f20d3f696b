using System.Runtime.InteropServices;
using Ostrakon.Index;

namespace Ostrakon.Matching;

/// <summary>Visits the names of the words that a query is related to, and notes which words of the query each may hold.</summary>
readonly ref struct Visitor(NameIndex index, Workspace workspace, Reach reach)
{
    readonly NameIndex index = index;
    readonly Reach reach = reach;

    /// <summary>Visits; the names that hold enough are <see cref="Workspace.Touched"/>, what each holds is <see cref="Workspace.Held"/>.</summary>
    public void Visit()
    {
        workspace.BeginNames();
        for (var i = 0; i < reach.Words.Length; i++)
        {
            ref readonly var word = ref reach.Words[i];
            foreach (ref readonly var visit in CollectionsMarshal.AsSpan(workspace.Visits(i)))
            {
                var bits = word.BitOf(visit.Share) | (visit.Compound ? Reach.Compound : 0);
                foreach (var name in index.NamesOf(visit.Word)) Note(name, bits);
            }
            foreach (var (name, share) in workspace.Direct(i)) Note(name, word.BitOf(share) | Reach.Compound);
        }
    }

    void Note(int name, int bits)
    {
        ref var held = ref workspace.Held[name];
        var before = held;
        if ((before | bits) == before) return;
        held |= (ushort)bits;
        if (reach.Has(held) && !reach.Has(before)) workspace.Touched.Add(name);
    }
}
