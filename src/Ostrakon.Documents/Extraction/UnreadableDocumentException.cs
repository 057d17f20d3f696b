namespace Ostrakon.Documents.Extraction;

/// <summary>A document that holds no readable text: empty, binary, PDF, too large ... The message says what it is and what to do.</summary>
public sealed class UnreadableDocumentException : Exception
{
    /// <summary>With a message for the user.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public UnreadableDocumentException(string message) : base(message) { }
    /// <summary>With a message for the user and the cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public UnreadableDocumentException(string message, Exception innerException) : base(message, innerException) { }
    /// <summary>Without a message of its own.</summary>
    public UnreadableDocumentException() { }
}
