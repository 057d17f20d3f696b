using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Yente;

/// <summary>Which lists a call asks: a dataset is a list id, or <c>default</c> for all lists in use. Immutable.</summary>
/// <param name="Name">As the address names it.</param>
/// <param name="Lists">The lists in it.</param>
/// <param name="All">Whether these are all lists in use.</param>
sealed record DatasetScope(string Name, ImmutableArray<string> Lists, bool All)
{
    public const string Default = "default";

    /// <exception cref="ProblemException">No such dataset (404).</exception>
    public static DatasetScope Of(string name, Snapshot snapshot)
    {
        ImmutableArray<string> loaded = [.. snapshot.Lists.Select(static l => l.List)];
        return name == Default ? new(name, loaded, true)
            : loaded.Contains(name) ? new(name, [name], loaded.Length == 1)
            : throw ProblemException.NotFound($"No such dataset: '{name}'. Here are: {Default}, {string.Join(", ", loaded)}.");
    }

    /// <summary>Only some of its lists, or all but some.</summary>
    public DatasetScope Narrowed(IReadOnlyCollection<string> include, IReadOnlyCollection<string> exclude)
    {
        if (include.Count == 0 && exclude.Count == 0) return this;
        return this with { Lists = [.. Lists.Where(l => (include.Count == 0 || include.Contains(l) || include.Contains(Default)) && !exclude.Contains(l) && !exclude.Contains(Default))], All = false };
    }
}
