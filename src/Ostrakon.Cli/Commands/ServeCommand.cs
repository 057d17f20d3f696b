using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Cli.Commands.Lists;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Cli.Commands;

/// <summary><c>serve</c>: the HTTP interface and the pages, in one process.</summary>
static class ServeCommand
{
    static readonly Option<string[]> Urls = new("--urls") { Description = "Where to listen.", HelpName = "URL", DefaultValueFactory = static _ => ["http://127.0.0.1:5080"] };
    static readonly Option<string[]> Host = new("--host") { Description = "A further host name that requests may carry, as behind a reverse proxy; * = any.", HelpName = "NAME" };

    static readonly Option<bool> BehindProxy = new("--behind-proxy") { Description = "A reverse proxy adds TLS: plain http may be open to it, and its X-Forwarded headers are believed." };
    static readonly Option<string?> Certificate = new("--cert") { Description = "The certificate of https addresses: PEM with --cert-key, or PFX (its password in OSTRAKON_CERT_PASSWORD).", HelpName = "FILE" };
    static readonly Option<string?> CertificateKey = new("--cert-key") { Description = "The certificate's private key, PEM.", HelpName = "FILE" };

    static readonly Option<int?> UpdateEvery = new("--update-every") { Description = "Update the lists in use from the authorities every so many hours; default never.", HelpName = "HOURS" };

    static readonly Option<string[]> Reconcile = new("--reconcile-origin") { Description = "A further origin whose pages may use reconciliation, besides those on this machine; * = any.", HelpName = "ORIGIN" };

    public static Command Create()
    {
        var command = Common.Command("serve", "Answer over HTTP: pages for people, an interface for programs.", "ostrakon serve --urls http://127.0.0.1:5080");
        foreach (var option in new Option[] { Urls, Host, BehindProxy, Certificate, CertificateKey, Reconcile, UpdateEvery, ListsUpdateCommand.AllowPrivate, DataAccess.MaxAge }) command.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var urls = (parsed.GetValue(Urls) ?? []).SelectMany(static u => u.Split(';', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        foreach (var url in urls)
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new UsageException($"--urls: '{url}' is no address to listen on: write http://127.0.0.1:5080.");
        await using var app = ServerApp.Build(new()
        {
            Folder = DataAccess.Folder(parsed), Urls = urls, AllowedHosts = parsed.GetValue(Host) ?? [], MaxAgeDays = DataAccess.Age(parsed).MaxDays,
            BehindProxy = parsed.GetValue(BehindProxy), Certificate = ReadCertificate(parsed.GetValue(Certificate), parsed.GetValue(CertificateKey)),
            ReconcileOrigins = parsed.GetValue(Reconcile) ?? [],
            UpdateEvery = parsed.GetValue(UpdateEvery) switch
            {
                null => null,
                > 0 and <= 1000 and var hours => TimeSpan.FromHours(hours),
                _ => throw new UsageException("--update-every is a number of hours, 1 to 1000."),
            },
            UpdateLimits = new() { AllowPrivate = parsed.GetValue(ListsUpdateCommand.AllowPrivate) },
            UpdateToken = Environment.GetEnvironmentVariable("OSTRAKON_UPDATE_TOKEN"),
        });
        try { await app.StartAsync(cancel); }
        catch (IOException e) { throw new FailedException($"{e.Message} Is another server running? Choose another address with --urls."); }
        await Console.Error.WriteLineAsync($"Ostrakon answers at {string.Join(" ", app.Urls)} (pages), /v1 (interface), /docs (its description). Ctrl+C ends it.");
        await app.WaitForShutdownAsync(cancel);
        return App.Done;
    }

    static X509Certificate2? ReadCertificate(string? path, string? key)
    {
        if (path is null) return key is null ? null : throw new UsageException("--cert-key belongs to --cert FILE.pem.");
        try
        {
            return key is not null || !Path.GetExtension(path).ToLowerInvariant().StartsWith(".p", StringComparison.Ordinal) || path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(path, key)
                : X509CertificateLoader.LoadPkcs12FromFile(path, Environment.GetEnvironmentVariable("OSTRAKON_CERT_PASSWORD"));
        }
        catch (CryptographicException e) { throw new FailedException($"{path}: is no certificate with its private key ({e.Message.TrimEnd('.')}). Give PEM files with --cert and --cert-key, or one PFX file."); }
    }
}
