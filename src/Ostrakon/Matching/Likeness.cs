namespace Ostrakon.Matching;

/// <summary>By which channel two words were found to be alike.</summary>
enum Channel : byte { None, Exact, Variant, Class, Edit, Skeleton, Sound, Prefix, Initial, Joined, Acronym }

/// <summary>How alike two words are: 0..1, and by which channel.</summary>
readonly record struct Likeness(float Value, Channel How)
{
    public static Likeness Max(Likeness a, Likeness b) => b.Value > a.Value ? b : a;
}
