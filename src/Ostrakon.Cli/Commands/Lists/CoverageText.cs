using System.Globalization;
using Ostrakon.Lists;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary>The coverage report in one line.</summary>
static class CoverageText
{
    public static string Of(Coverage coverage) => string.Create(CultureInfo.InvariantCulture, $"{coverage.Mapped:N0} values mapped") +
        (coverage.Unmapped.IsEmpty ? ", none left over"
            : $"; kept only as published: {string.Join(", ", coverage.Unmapped.Select(static f => string.Create(CultureInfo.InvariantCulture, $"{f.Path} ({f.Count:N0})")))}");
}
