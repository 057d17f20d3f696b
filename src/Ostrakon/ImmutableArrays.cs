using System.Collections.Immutable;

namespace Ostrakon;

static class ImmutableArrays
{
    /// <summary>The array, or an empty one where the caller left it out.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
