namespace Ostrakon.Cli.Tests;

public sealed class KeysTests : IDisposable
{
    readonly Cli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void Keys_are_made_listed_and_revoked()
    {
        cli.Run("keys", "list").Done().Output.ShouldContain("No keys");
        var made = cli.Run("keys", "create", "Ilse's laptop", "--scope", "read,write", "--rate", "7", "--json").Done().Json;
        var key = made.GetProperty("key").GetString()!;
        var id = made.GetProperty("id").GetString()!;
        key.ShouldStartWith($"ostrakon_{id}_");
        cli.Run("keys", "create").Done().Output.Trim().ShouldStartWith("ostrakon_");
        var listed = cli.Run("keys", "list", "--json").Done().Json.GetProperty("keys");
        listed.GetArrayLength().ShouldBe(2);
        var one = listed.EnumerateArray().Single(k => k.GetProperty("id").GetString() == id);
        one.GetProperty("name").GetString().ShouldBe("Ilse's laptop");
        one.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()).ShouldBe(["read", "write"]);
        one.GetProperty("rate").GetInt32().ShouldBe(7);
        cli.Run("keys", "list").Done().Output.ShouldNotContain(key[^20..]);
        File.ReadAllText(Path.Combine(cli.Data, "store.db"), System.Text.Encoding.Latin1).ShouldNotContain(key[^20..]);
        cli.Run("keys", "revoke", key).Done();
        cli.Run("keys", "revoke", id).ShouldFail(1, "revoked");
        cli.Run("keys", "revoke", "nobody").ShouldFail(1, "no key nobody");
        cli.Run("keys", "list").Done().Output.ShouldContain("revoked");
    }

    [Theory]
    [InlineData("--scope", "everything")]
    [InlineData("--scope", "")]
    [InlineData("--rate", "-1")]
    public void A_key_that_makes_no_sense_is_wrong_usage(string option, string value) => cli.Run("keys", "create", "x", option, value).ShouldFail(2, option);

    [Theory]
    [InlineData("in the clear", "--urls", "http://0.0.0.0:5941")]
    [InlineData("no key yet", "--urls", "http://0.0.0.0:5941", "--behind-proxy")]
    [InlineData("--cert", "--urls", "https://127.0.0.1:5941")]
    public void A_server_that_would_be_open_does_not_start(string why, params string[] options) => cli.Run(["serve", .. options]).ShouldFail(1, why);
}
