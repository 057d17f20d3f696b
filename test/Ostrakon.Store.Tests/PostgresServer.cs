using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Ostrakon.Store.Tests;

/// <summary>
/// Debian's PostgreSQL on a free port of this machine, over a folder of its own that is gone afterwards. Where it is not installed the tests
/// are skipped; with <c>CI=true</c> they fail.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    readonly string root = Path.Combine(Path.GetTempPath(), $"ostrakon-postgres-{Guid.NewGuid():N}");
    Process? server;
    int port, databases;

    public async ValueTask InitializeAsync()
    {
        if (Programs() is not { } programs) return;
        Directory.CreateDirectory(root);
        port = FreePort();
        // PostgreSQL refuses to run as root.
        var asUser = Environment.UserName == "root" ? new[] { "runuser", "-u", "postgres", "--" } : [];
        if (asUser.Length > 0) await RunAsync(["chown", "postgres", root]);
        var data = Path.Combine(root, "data");
        await RunAsync([.. asUser, Path.Combine(programs, "initdb"), "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync"]);
        server = Start([.. asUser, Path.Combine(programs, "postgres"), "-D", data, "-p", $"{port}", "-h", "127.0.0.1", "-k", root, "-c", "fsync=off"]);
        for (var began = Stopwatch.StartNew(); ;)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (began.Elapsed < TimeSpan.FromSeconds(60) && !server.HasExited) { await Task.Delay(100); }
        }
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        if (server is null)
        {
            const string Reason = "needs PostgreSQL (Debian: apt install postgresql)";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{Reason}; with CI=true every test must run");
            Assert.Skip(Reason);
        }
        var name = $"test{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"create database {name}";
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
        {
            // SIGINT: an orderly end that waits for no client. Through runuser the signal reaches the server's first process by its own file.
            var pid = (await File.ReadAllLinesAsync(Path.Combine(root, "data", "postmaster.pid")))[0];
            await RunAsync(["kill", "-INT", pid]);
            await server.WaitForExitAsync();
            server.Dispose();
        }
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
    }

    string ConnectionString(string database) => $"Host=127.0.0.1;Port={port};Username=test;Database={database};Timeout=60";

    static string? Programs()
    {
        if (OperatingSystem.IsWindows()) return null;
        const string Debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).Order(StringComparer.Ordinal).Select(static d => Path.Combine(d, "bin")).Reverse() : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).FirstOrDefault(static f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "postgres")));
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static Process Start(string[] command)
    {
        var info = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        var process = Process.Start(info)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    static async Task RunAsync(string[] command)
    {
        var info = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        using var process = Process.Start(info)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)}: {await said} {errors}");
    }
}
