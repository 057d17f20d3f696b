namespace Ostrakon.Lists.Archive;

/// <summary>The data folder cannot be used as asked. The message says what, where and what to do; what was in use stays in use.</summary>
public sealed class DataFolderException : Exception
{
    /// <summary>Composes the message as <c>place: reason. advice</c>.</summary>
    /// <param name="place">Folder, file, list or version.</param>
    /// <param name="reason">What is wrong, without a full stop.</param>
    /// <param name="advice">What the user can do about it, a sentence.</param>
    /// <param name="inner">What was caught, if anything.</param>
    public DataFolderException(string place, string reason, string advice, Exception? inner = null)
        : base($"{place}: {reason}. {advice}", inner) { }
}
