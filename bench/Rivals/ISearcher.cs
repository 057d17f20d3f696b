namespace Ostrakon.Rivals;

/// <summary>One way to find a listed party by a name, over names that were indexed before.</summary>
interface ISearcher : IDisposable
{
    /// <summary>The most hits that are asked for.</summary>
    const int Limit = 10;

    /// <summary>The numbers of the parties found, the best first; a party may stand there several times.</summary>
    void Search(string name, List<int> parties);

    /// <summary>Another process that works for this one; 0 where there is none.</summary>
    int Server => 0;
}
