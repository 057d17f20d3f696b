using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Ostrakon.Names;

namespace Ostrakon.Index;

/// <summary>A word of a name as it is compared: its written forms as ASCII, its keys, and how much it proves. Immutable.</summary>
sealed class Word
{
    /// <summary>The most forms that are kept: the usual one and its nearest variants.</summary>
    public const int MostForms = 12;

    /// <summary>The longest form; what is longer is cut.</summary>
    public const int MostLetters = 60;

    readonly NameToken token;
    readonly bool isSilent;
    uint[]? sounds;

    /// <param name="token">The word as it was read.</param>
    /// <param name="inLatin">Whether its name is one of a party that has a Latin name too, see <see cref="LatinNames"/>.</param>
    public Word(NameToken token, bool inLatin = false)
    {
        this.token = token;
        isSilent = inLatin && token.Script.IsRomanised();
        Key = KeyOf(token, inLatin);
        Forms = token.Variants.IsEmpty ? [FormOf(token.Text)]
            : [.. token.Variants.Prepend(token.Text).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal).Take(MostForms).Select(FormOf)];
        Role = token.Role;
        SkeletonLength = (byte)Math.Min(token.Skeleton.Length, byte.MaxValue);
        Skeleton = SoundKeys.Whole(token.Skeleton);
        Script = token.Script;
        Class = token.Class is { Length: > 0 } name ? ClassOf(token.Role, name) : 0;
        IsTranslated = token.Role == TokenRole.Name && token.Class is not null && Lexicon.IsTranslated(token.Class);
        Rarity = Index.Rarity.Of(token);
    }

    /// <summary>Equal for equal words.</summary>
    public string Key { get; }

    /// <summary>At least one; the first is the usual one.</summary>
    public byte[][] Forms { get; }

    public TokenRole Role { get; }

    public byte SkeletonLength { get; }

    /// <summary>0 where there is none.</summary>
    public uint Skeleton { get; }

    /// <summary>The script it was written in; what is not Latin was romanised.</summary>
    public Script Script { get; }

    /// <summary>Keys that a word of another script which sounds much the same shares. Made when they are asked for: what is like most words of a query is known.</summary>
    public uint[] Sounds => sounds ??= isSilent ? [] : SoundKeys.Of(token);

    /// <summary>0 where there is none.</summary>
    public uint Class { get; }

    /// <summary>Whether lists translate it (bank, ministry, factory).</summary>
    public bool IsTranslated { get; }

    /// <summary>How much the word proves, 0 to 255.</summary>
    public byte Rarity { get; }

    /// <summary>What makes two tokens the same word of the index.</summary>
    public static string KeyOf(NameToken token, bool inLatin = false)
    {
        var key = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        key.AppendLiteral(token.Text);
        foreach (var variant in token.Variants)
        {
            key.AppendLiteral("\n");
            key.AppendLiteral(variant);
        }
        key.AppendLiteral("\n");
        key.AppendLiteral(token.Skeleton);
        key.AppendLiteral("\n");
        key.AppendFormatted(token.Class);
        key.AppendLiteral("\n");
        key.AppendFormatted((int)token.Role);
        key.AppendLiteral(" ");
        key.AppendFormatted((int)token.Script);
        if (inLatin && token.Script.IsRomanised()) key.AppendLiteral(" silent");
        return key.ToStringAndClear();
    }

    static byte[] FormOf(string text) => Encoding.ASCII.GetBytes(text.Length > MostLetters ? text[..MostLetters] : text);

    /// <summary>The class of bin, ibn, ben, oglu and the like: before them stands the child, behind them the father.</summary>
    public static uint Descent { get; } = ClassOf(TokenRole.Particle, "son");

    static uint ClassOf(TokenRole role, string name) => Hash.Of($"{(int)KindOfClass(role)}:{name}");

    // A class is a class of legal forms, of numbers, of titles or of names; equal words of two of them mean different things.
    static TokenRole KindOfClass(TokenRole role) => role is TokenRole.Initial or TokenRole.Particle ? TokenRole.Name : role;
}
