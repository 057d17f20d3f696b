namespace Ostrakon.Store;

/// <summary>What a write survives once it is acknowledged.</summary>
public enum Durability
{
    /// <summary>The death of the process at any moment, and that of the machine.</summary>
    Machine,

    /// <summary>
    /// The death of the process at any moment; that of the machine may take the last moments. For writes that come by the thousand a second:
    /// they do not wait for the disk.
    /// </summary>
    Process,
}
