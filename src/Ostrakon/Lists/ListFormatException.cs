namespace Ostrakon.Lists;

/// <summary>An official file, or a user's own, that cannot be read. The message says file, place, reason and what to do.</summary>
public sealed class ListFormatException : Exception
{
    /// <summary>Composes the message as <c>file:line: reason. advice</c>.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="line">The line, counted from 1; 0 where the trouble is with the file as a whole.</param>
    /// <param name="reason">What is wrong, without a full stop.</param>
    /// <param name="advice">What the user can do about it, a sentence.</param>
    /// <param name="inner">What was caught, if anything.</param>
    public ListFormatException(string file, long line, string reason, string advice, Exception? inner = null)
        : base($"{file}{(line > 0 ? $":{line}" : "")}: {reason}. {advice}", inner) { }
}
