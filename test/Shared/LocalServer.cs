using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ostrakon.TestData;

/// <summary>A server on a loopback address that answers as a test wants it, be it against every rule of HTTP. One request a connection.</summary>
sealed class LocalServer : IAsyncDisposable
{
    readonly TcpListener listener;
    readonly CancellationTokenSource stop = new();
    readonly Task running;
    int asked;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Gets the path that was asked for and the stream to answer on.</param>
    /// <param name="address">The loopback address; default 127.0.0.1.</param>
    public LocalServer(Func<string, Stream, Task> answer, IPAddress? address = null) : this((path, _, stream) => answer(path, stream), address) { }

    /// <summary>Starts it.</summary>
    /// <param name="answer">Gets the path that was asked for, the lines of the request's head, and the stream to answer on.</param>
    /// <param name="address">The loopback address; default 127.0.0.1.</param>
    public LocalServer(Func<string, string, Stream, Task> answer, IPAddress? address = null)
    {
        listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        listener.Start();
        running = RunAsync(answer);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many connections were made to it.</summary>
    public int Asked => asked;

    public string Address(string host, string path = "/") => $"http://{host}:{Port}{path}";

    /// <summary>Answers with a whole response.</summary>
    public static async Task SendAsync(Stream stream, string head, ReadOnlyMemory<byte> body = default)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(body);
    }

    async Task RunAsync(Func<string, string, Stream, Task> answer)
    {
        try
        {
            while (true) _ = OneAsync(await listener.AcceptTcpClientAsync(stop.Token), answer);
        }
        catch (OperationCanceledException) { }
    }

    async Task OneAsync(TcpClient client, Func<string, string, Stream, Task> answer)
    {
        Interlocked.Increment(ref asked);
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                var path = (await reader.ReadLineAsync(stop.Token))?.Split(' ')[1] ?? "";
                var head = new StringBuilder();
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line) head.Append(line).Append('\n');
                await answer(path, head.ToString(), stream);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException) { }   // the client has left, as some tests want
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;   // before its listener goes: it would accept from one that is stopped
        listener.Stop();
        stop.Dispose();
    }
}
