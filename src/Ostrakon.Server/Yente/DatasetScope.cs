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

    /// <summary>
    /// Only some of its lists, or all but some. What is included from outside the dataset is added to it, as yente's Python client means it: a
    /// query that silently asks no list would look like one that finds nobody.
    /// </summary>
    /// <exception cref="ProblemException">An included dataset is not there (404).</exception>
    public DatasetScope With(IReadOnlyCollection<string> include, IReadOnlyCollection<string> exclude, Snapshot snapshot)
    {
        if (include.Count == 0 && exclude.Count == 0) return this;
        var included = include.SelectMany(d => Of(d, snapshot).Lists).Distinct().ToList();
        var asked = included.Count == 0 ? Lists : included.TrueForAll(l => Lists.Contains(l)) ? included : Lists.Union(included);
        return this with { Lists = [.. asked.Where(l => !exclude.Contains(l) && !exclude.Contains(Default))], All = false };
    }
}
