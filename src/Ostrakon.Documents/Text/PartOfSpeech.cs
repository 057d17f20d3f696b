namespace Ostrakon.Documents.Text;

/// <summary>Parts of speech, as in Universal Dependencies (https://universaldependencies.org/u/pos/).</summary>
public enum PartOfSpeech : byte
{
#pragma warning disable CS1591 // the names are the published ones
    X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb,
#pragma warning restore CS1591
}

/// <summary>Forms of verbs and of the words that tell tense and number, from the Penn tags that the treebank gives beside the parts of speech.</summary>
public enum WordForm : byte
{
    /// <summary>Any other.</summary>
    None,
    /// <summary>"send": infinitive, imperative (VB).</summary>
    Base,
    /// <summary>"send": finite present, not third person (VBP).</summary>
    Present,
    /// <summary>"sends" (VBZ).</summary>
    PresentThird,
    /// <summary>"sent": finite past (VBD).</summary>
    Past,
    /// <summary>"sent": past participle (VBN).</summary>
    PastParticiple,
    /// <summary>"sending" (VBG).</summary>
    Ing,
    /// <summary>"may", "would" (MD).</summary>
    Modal,
    /// <summary>"talk", "Russia" (NN, NNP).</summary>
    Singular,
    /// <summary>"talks", "Emirates" (NNS, NNPS).</summary>
    Plural,
    /// <summary>"who", "which", "what" (WP, WDT, WP$, WRB).</summary>
    Question,
    /// <summary>"his", "its" (PRP$), and the clitic "'s" (POS).</summary>
    Possessive,
}
