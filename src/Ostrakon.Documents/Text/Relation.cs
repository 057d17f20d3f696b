namespace Ostrakon.Documents.Text;

/// <summary>Grammatical relations of a word to its head, as in Universal Dependencies (https://universaldependencies.org/u/dep/);
/// "NsubjPass" is <c>nsubj:pass</c>.</summary>
public enum Relation : byte
{
#pragma warning disable CS1591 // the names are the published ones
    Dep, Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Compound, CompoundPrt,
    Conj, Cop, Csubj, CsubjPass, Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, NmodDesc,
    NmodPoss, NmodUnmarked, Nsubj, NsubjOuter, NsubjPass, Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan, Parataxis, Punct,
    Reparandum, Vocative, Xcomp,
#pragma warning restore CS1591
}

/// <summary>Names of the relations.</summary>
public static class Relations
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)Relation.Xcomp + 1;

    /// <summary>The relation with a treebank's name: "nsubj:pass". Subtypes that are not told apart here fall to their main type; else null.</summary>
    public static Relation? Parse(string name)
    {
        for (var cut = name.Length; cut > 0; cut = name.LastIndexOf(':', cut - 1))
        {
            if (Enum.TryParse<Relation>(name[..cut].Replace(":", "", StringComparison.Ordinal), ignoreCase: true, out var relation)) return relation;
            if (!name[..cut].Contains(':')) break;
        }
        return null;
    }
}
