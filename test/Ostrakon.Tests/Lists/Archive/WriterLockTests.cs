using Ostrakon.Lists.Archive;

namespace Ostrakon.Tests.Lists.Archive;

public sealed class WriterLockTests : IDisposable
{
    readonly TestFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_second_writer_is_told_who_holds_the_folder()
    {
        using (data.Lock())
        {
            var said = new List<string>();
            Should.Throw<DataFolderException>(() => WriterLock.Take(data.Folder, "second", TimeSpan.FromMilliseconds(120), said.Add, TimeProvider.System))
                .Message.ShouldContain($"another process is changing it (process {Environment.ProcessId}, test, since ");
            said.Count.ShouldBe(1);
        }
        data.Lock().Dispose();
        data.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Writers_take_turns()
    {
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 5; i++)
                using (WriterLock.Take(data.Folder, "turn", TimeSpan.FromSeconds(60), _ => { }, TimeProvider.System))
                {
                    Interlocked.Increment(ref inside).ShouldBe(1);
                    Interlocked.Decrement(ref inside);
                }
        })));
    }

    [Fact]
    public void The_folder_is_the_users_own()
    {
        data.Lock().Dispose();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(data.Folder.Root).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_file_in_the_folders_place_is_no_empty_folder()
    {
        File.WriteAllText(data.Folder.Root, "");
        try
        {
            Should.Throw<DataFolderException>(data.InUse).Message.ShouldContain("cannot be read");
            Should.Throw<DataFolderException>(data.Lock).Message.ShouldContain("cannot be read");
        }
        finally { File.Delete(data.Folder.Root); }
    }
}
