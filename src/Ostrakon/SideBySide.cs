using System.Runtime.ExceptionServices;

namespace Ostrakon;

/// <summary>Work in parts that do not know each other, on all cores.</summary>
static class SideBySide
{
    /// <summary>Does every part and waits; the first failure is thrown as it is, not wrapped.</summary>
    public static void Run(int parts, Action<int> part, CancellationToken cancel)
    {
        try { Parallel.For(0, parts, new ParallelOptions { CancellationToken = cancel }, part); }
        catch (AggregateException e) { ExceptionDispatchInfo.Throw(e.InnerExceptions[0]); }
    }
}
