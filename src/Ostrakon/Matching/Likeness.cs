namespace Ostrakon.Matching;

/// <summary>By which channel two words were found to be alike.</summary>
enum Channel : byte { None, Exact, Variant, Class, Edit, Skeleton, Prefix, Initial, Joined, Acronym }

/// <summary>How alike two words are: 0..1, and by which channel.</summary>
readonly record struct Likeness(float Value, Channel How)
{
    public static Likeness Max(Likeness a, Likeness b) => b.Value > a.Value ? b : a;

    /// <summary>The channel in a reader's words.</summary>
    public static string Describe(Channel how) => how switch
    {
        Channel.Exact => "exact",
        Channel.Variant => "transliteration",
        Channel.Class => "equivalent",
        Channel.Edit => "typing error",
        Channel.Skeleton => "sounds alike",
        Channel.Prefix => "cut short",
        Channel.Initial => "initial",
        Channel.Joined => "joined",
        Channel.Acronym => "acronym",
        _ => "unmatched",
    };
}
