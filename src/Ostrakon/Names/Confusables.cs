namespace Ostrakon.Names;

/// <summary>Words that mix Latin, Cyrillic and Greek letters of the same look, by mistake or to deceive.</summary>
static class Confusables
{
    // Folded letters that look alike, small or capital: Latin first.
    const string Latin = "abcehijkmopstxyabehikmnoptxyzvu";
    const string Other = "авсеніјкморѕтхуαβεηικμνορτχυζνυ";

    /// <summary>Whether letters of both scripts may stand in one word until it is resolved.</summary>
    public static bool MayMix(Script one, Script other) => Alphabet(one) && Alphabet(other);

    static bool Alphabet(Script script) => script is Script.Latin or Script.Cyrillic or Script.Greek;

    /// <summary>Rewrites the letters of the minority where each has a twin in the majority's script, and returns that script.</summary>
    public static Script Resolve(Span<char> word)
    {
        Span<int> count = stackalloc int[4];
        foreach (var c in word) count[(int)Scripts.Of(c)]++;
        var most = count[(int)Script.Cyrillic] > count[(int)Script.Latin] ? Script.Cyrillic : Script.Latin;
        if (count[(int)Script.Greek] > count[(int)most]) most = Script.Greek;
        foreach (ref var c in word)
            if (!char.IsAsciiDigit(c) && Scripts.Of(c) != most && Twin(c, most) is var twin and not '\0') c = twin;
        return most;
    }

    static char Twin(char letter, Script script)
    {
        for (var i = 0; i < Other.Length; i++)
            if (script == Script.Latin ? Other[i] == letter : Latin[i] == letter && Scripts.Of(Other[i]) == script)
                return script == Script.Latin ? Latin[i] : Other[i];
        return '\0';
    }
}
