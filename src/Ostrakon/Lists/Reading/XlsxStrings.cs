using System.Xml;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// The texts that cells share, read only as far as they are asked for: looking at a sheet's head need not read them all. For one thread.
/// </summary>
sealed class XlsxStrings(SheetArchive archive)
{
    const int MaxStrings = 4_000_000;
    readonly List<string> read = [];
    XmlReader? reader;
    bool ended;

    /// <summary>The text with that number; empty where there is none.</summary>
    public string this[int index]
    {
        get
        {
            while (!ended && read.Count <= index) ReadNext();
            return index < read.Count ? read[index] : "";
        }
    }

    void ReadNext()
    {
        if (reader is null && !archive.Has("xl/sharedStrings.xml")) { ended = true; return; }
        reader ??= archive.Open("xl/sharedStrings.xml");
        while (!ended)
        {
            if (!SheetText.Next(reader)) ended = true;
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                if (read.Count == MaxStrings) throw archive.Bad(0, $"has more than {MaxStrings / 1_000_000} million shared texts");
                read.Add(SheetText.OfRuns(reader));
                return;
            }
        }
    }
}
