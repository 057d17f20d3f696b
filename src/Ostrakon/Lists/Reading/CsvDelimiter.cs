namespace Ostrakon.Lists.Reading;

/// <summary>Tells comma, semicolon and tab apart.</summary>
static class CsvDelimiter
{
    const int SampleLines = 20;
    const int SampleBytes = 1 << 16;

    /// <summary>
    /// The delimiter that cuts the most of the first lines into as many fields as the first one, then the one that cuts finest.
    /// Text in quotes does not count. A file of one column is comma separated.
    /// </summary>
    public static byte Detect(ReadOnlySpan<byte> text)
    {
        text = text[..Math.Min(text.Length, SampleBytes)];
        var best = (Agree: 0, Cuts: 0, Delimiter: (byte)',');
        foreach (var delimiter in ",;\t"u8)
        {
            var (agree, cuts) = Measure(text, delimiter);
            if (cuts > 0 && (agree > best.Agree || (agree == best.Agree && cuts > best.Cuts))) best = (agree, cuts, delimiter);
        }
        return best.Delimiter;
    }

    static (int Agree, int Cuts) Measure(ReadOnlySpan<byte> text, byte delimiter)
    {
        int first = -1, agree = 0, cuts = 0, lines = 0;
        var quoted = false;
        foreach (var b in text)
        {
            if (b == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (b == delimiter) cuts++;
            else if (b == '\n')
            {
                if (first < 0) first = cuts;
                if (cuts == first) agree++;
                cuts = 0;
                if (++lines == SampleLines) break;
            }
        }
        return first < 0 ? (1, cuts) : (agree, first);
    }
}
