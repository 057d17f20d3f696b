using System.Collections.Immutable;

namespace Ostrakon.Lists;

/// <summary>A file format that the product reads, recognised from content. Immutable.</summary>
/// <param name="Name">For messages and the docs: "OFAC legacy CSV".</param>
/// <param name="Reads">Whether these files are in this format; must be cheap (looks at the head only) and never throw.</param>
/// <param name="Parse">Reads the files of one version of a list. Throws <see cref="ListFormatException"/> where they are broken,
/// empty or belong to another list than the one asked for.</param>
public sealed record ListFormat(string Name, Func<ImmutableArray<ListFile>, bool> Reads, Func<ListSource, CancellationToken, ParsedList> Parse);

/// <summary>What a parser is given. Immutable.</summary>
/// <param name="List">The id of the list that the files are to become.</param>
/// <param name="Files">The files, in the order given; at least one.</param>
/// <param name="Force">The user insists although the files may be those of another list.</param>
public sealed record ListSource(string List, ImmutableArray<ListFile> Files, bool Force = false)
{
    /// <summary>Refuses files of another list than the one asked for, unless the user insists.</summary>
    /// <param name="list">The id of the list that the files are.</param>
    /// <exception cref="ListFormatException">They are to become another list.</exception>
    public void RefuseOther(string list)
    {
        if (List != list && !Force)
            throw new ListFormatException(Files[0].Name, 0, $"is the {ListTitles.Of(list)}, not {List}", $"Import it as {list}, or insist with --force.");
    }
}
