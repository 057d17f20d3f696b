using System.Runtime.CompilerServices;

namespace Ostrakon.TestData;

/// <summary>The real data that tests read: <c>OSTRAKON_SHARED</c>, else <c>../shared</c> beside the checkout.</summary>
static class SharedData
{
    static readonly string Root = Environment.GetEnvironmentVariable("OSTRAKON_SHARED") is { Length: > 0 } chosen
        ? chosen
        : Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", "..", "shared"));

    /// <summary>The full path of a shared file. Without the data the test is skipped; with <c>CI=true</c> it fails.</summary>
    public static string File(string relative)
    {
        var path = Path.Combine(Root, relative);
        if (System.IO.File.Exists(path)) return path;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"{path} is missing; with CI=true every test on the real data must run");
        Assert.Skip($"needs the shared data ({relative}); set OSTRAKON_SHARED to its folder");
        return path;
    }

    /// <summary>A file among the fixtures written for this project.</summary>
    public static string Fixture(string relative) => Path.Combine(AppContext.BaseDirectory, "Fixtures", relative);

    static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
