namespace Ostrakon.Matching;

/// <summary>What single edits cost: 1 for a letter that has nothing to do with the other.</summary>
static class EditCosts
{
    public const float Swap = 0.8f, Doubled = 0.4f, FirstLetter = 1.25f;

    // Pairs of letters that romanisations, ears and eyes confuse.
    const string Alike = "bp bv ck cq cs cz dt fp fv gj gk gh gq hk hx ij iy jy jz kq kx ll mn ou oa ae ei ea sz su uw vw xs xz yu uv il l1 o0 i1 s5 b8 z2 ts dz";

    const string Keyboard = "qwertyuiop/asdfghjkl/zxcvbnm";

    static readonly float[] Costs = Build();

    /// <summary>One letter for another.</summary>
    public static float Substitution(byte a, byte b) => a == b ? 0 : a < 128 && b < 128 ? Costs[a * 128 + b] : 1;

    /// <summary>A letter too many or too few.</summary>
    public static float Gap(byte letter) => letter == 'h' ? 0.6f : IsVowel(letter) ? 0.8f : char.IsAsciiDigit((char)letter) ? 1.5f : 1;

    static bool IsVowel(byte letter) => letter is (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y';

    static float[] Build()
    {
        var costs = new float[128 * 128];
        Array.Fill(costs, 1f);
        void Set(int a, int b, float cost) => costs[a * 128 + b] = costs[b * 128 + a] = Math.Min(costs[a * 128 + b], cost);
        for (var digit = '0'; digit <= '9'; digit++)
            for (var other = 0; other < 128; other++) costs[digit * 128 + other] = costs[other * 128 + digit] = 1.5f;
        var rows = Keyboard.Split('/');
        foreach (var row in rows)
            for (var i = 1; i < row.Length; i++) Set(row[i - 1], row[i], 0.85f);
        foreach (var a in "aeiouy")
            foreach (var b in "aeiouy")
                if (a != b) Set(a, b, 0.7f);
        foreach (var pair in Alike.Split(' ')) Set(pair[0], pair[1], 0.65f);
        return costs;
    }
}
