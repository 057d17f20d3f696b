namespace Ostrakon.Index;

/// <summary>How much an equal identifier proves.</summary>
enum IdentifierKind   // of four bytes: with it an IdentifierRecord has none that nobody sets
{
    /// <summary>Unique only with its issuer, which a query seldom names: passport, national id, tax and registration numbers.</summary>
    Issued,
    /// <summary>Unique in the world: wallet, LEI, BIC, MMSI, tax and registration numbers with a check digit.</summary>
    Unique,
    /// <summary>The number of a ship's hull, which stays for its life: another one is another ship.</summary>
    Imo,
}

/// <summary>Identifiers in the form in which they are compared.</summary>
static class Identifiers
{
    /// <summary>Shorter ones are too many people's.</summary>
    public const int Shortest = 5;

    /// <summary>Letters and digits in upper case, without the label of an IMO number; empty where too short to prove anything.</summary>
    public static string Normalise(string text)
    {
        var room = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit(c)) room[length++] = char.ToUpperInvariant(c);
        ReadOnlySpan<char> kept = room[..length];
        if (kept.StartsWith("IMO") && IsImo(kept[3..])) kept = kept[3..];
        return kept.Length < Shortest || !kept.ContainsAnyExcept(kept[0]) ? "" : kept.ToString();
    }

    /// <summary>The kind of an identifier that a list publishes under a property.</summary>
    public static IdentifierKind KindOf(string property, string value) => property switch
    {
        "imoNumber" when IsImo(value) => IdentifierKind.Imo,
        "mmsi" or "leiCode" or "swiftBic" or "ogrnCode" or "isinCode" or "publicKey" => IdentifierKind.Unique,
        "innCode" or "taxNumber" or "registrationNumber" when IsInn(value) || IsOgrn(value) || IsLei(value) => IdentifierKind.Unique,
        "innCode" => IdentifierKind.Unique,
        _ => IdentifierKind.Issued,
    };

    /// <summary>Seven digits, the last of which is the check digit (IMO resolution A.1117(30)).</summary>
    public static bool IsImo(ReadOnlySpan<char> value)
    {
        if (value.Length != 7 || value.ContainsAnyExceptInRange('0', '9')) return false;
        var sum = 0;
        for (var i = 0; i < 6; i++) sum += (value[i] - '0') * (7 - i);
        return sum % 10 == value[6] - '0';
    }

    /// <summary>Twenty letters and digits with two check digits (ISO 17442, modulus 97 of ISO 7064).</summary>
    public static bool IsLei(string value)
    {
        if (value.Length != 20 || !value.All(char.IsAsciiLetterOrDigit)) return false;
        var rest = 0;
        foreach (var c in value.ToUpperInvariant()) rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        return rest == 1;
    }

    /// <summary>Russian tax number: ten digits (one check digit) or twelve (two).</summary>
    public static bool IsInn(string value)
    {
        if (value.Length is not (10 or 12) || !value.All(char.IsAsciiDigit)) return false;
        ReadOnlySpan<int> weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
        bool Checks(ReadOnlySpan<int> weights)
        {
            var sum = 0;
            for (var i = 0; i < weights.Length; i++) sum += weights[i] * (value[i] - '0');
            return sum % 11 % 10 == value[weights.Length] - '0';
        }
        return value.Length == 10 ? Checks(weights[2..]) : Checks(weights[1..]) && Checks(weights);
    }

    /// <summary>Russian registration number: thirteen digits, the last one the remainder of the others by eleven.</summary>
    public static bool IsOgrn(string value) =>
        value.Length == 13 && value.All(char.IsAsciiDigit) && long.Parse(value.AsSpan(0, 12)) % 11 % 10 == value[12] - '0';
}
