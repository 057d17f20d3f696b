namespace Ostrakon.Documents.Web;

/// <summary>Something could not be fetched, or was refused. The message says what, why and what to do.</summary>
public sealed class FetchException : Exception
{
    /// <summary>With a message for the user.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public FetchException(string message) : base(message) { }
    /// <summary>With a message for the user and the cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public FetchException(string message, Exception innerException) : base(message, innerException) { }
    /// <summary>Without a message of its own.</summary>
    public FetchException() { }
}
