namespace Ostrakon.Matching;

/// <summary>What single typing errors cost: 1 for a letter that has nothing to do with the other. Immutable.</summary>
/// <param name="Vowel">A vowel for a vowel.</param>
/// <param name="Alike">Letters that romanisations, ears and eyes confuse.</param>
/// <param name="Keyboard">Neighbours on a keyboard.</param>
/// <param name="Digit">A digit for anything.</param>
/// <param name="Swap">Two neighbouring letters exchanged.</param>
/// <param name="Doubled">One of two equal letters too many or too few.</param>
/// <param name="FirstLetter">Factor for the first letter of both words.</param>
/// <param name="VowelGap">A vowel too many or too few.</param>
/// <param name="BreathGap">An h too many or too few.</param>
sealed record EditCosts(float Vowel, float Alike, float Keyboard, float Digit, float Swap, float Doubled, float FirstLetter, float VowelGap, float BreathGap)
{
    const string AlikePairs = "bp bv ck cq cs cz dt fp fv gj gk gh gq hk hx ij iy jy jz kq kx ll mn sz su uw vw xs xz uv il l1 o0 i1 s5 b8 z2 ts dz ou ei ae";
    const string KeyboardRows = "qwertyuiop/asdfghjkl/zxcvbnm";
    const int Letters = 128;

    float[]? table, gaps;

    /// <summary>What each ASCII letter costs in place of this one.</summary>
    public ReadOnlySpan<float> InPlaceOf(byte letter) => (table ??= Build()).AsSpan(letter * Letters, Letters);

    /// <summary>What each ASCII letter costs that is too many or too few.</summary>
    public ReadOnlySpan<float> OfGaps() => gaps ??= [.. Enumerable.Range(0, Letters).Select(c => GapOf((byte)c))];

    float GapOf(byte letter) => letter == 'h' ? BreathGap : IsVowel(letter) ? VowelGap : char.IsAsciiDigit((char)letter) ? Digit : 1;

    static bool IsVowel(byte letter) => letter is (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y';

    float[] Build()
    {
        var costs = new float[Letters * Letters];
        Array.Fill(costs, 1f);
        void Lower(int a, int b, float cost) => costs[a * Letters + b] = costs[b * Letters + a] = Math.Min(costs[a * Letters + b], cost);
        for (var digit = '0'; digit <= '9'; digit++)
            for (var other = 0; other < Letters; other++) costs[digit * Letters + other] = costs[other * Letters + digit] = Digit;
        foreach (var row in KeyboardRows.Split('/'))
            for (var i = 1; i < row.Length; i++) Lower(row[i - 1], row[i], Keyboard);
        foreach (var a in "aeiouy")
            foreach (var b in "aeiouy")
                if (a != b) Lower(a, b, Vowel);
        foreach (var pair in AlikePairs.Split(' ')) Lower(pair[0], pair[1], Alike);
        for (var letter = 0; letter < Letters; letter++) costs[letter * Letters + letter] = 0;
        return costs;
    }
}
