using Microsoft.Playwright;

namespace Ostrakon.Server.Tests.Pages;

/// <summary>Every page and every way through them, in a real browser, with scripts and without.</summary>
[Collection(PageTests.Name)]
public class PagesTests(Chromium chromium, StarterServer starter)
{
    const string Story = "Kim Jong Un met Vladimir Putin in Moscow on Monday.\n\nNorth Korea will deliver shells to Russia, officials said. Moscow denied that it had bought missiles from Iran.";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_is_searched_and_the_hit_opens_the_party(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(starter.Server, scripts);
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("Wladimir Putin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        (await page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldContain("1 party at or above 0.70");
        (await page.Locator(".hit .badge").First.InnerTextAsync()).ShouldBe("us-ofac-sdn");
        (await page.Locator(".alignment td").AllInnerTextsAsync()).ShouldContain("Putin");
        await page.Locator(".features summary").ClickAsync();
        (await page.Locator(".features td.agrees").CountAsync()).ShouldBeGreaterThan(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Vladimir Vladimirovich Putin" }).ClickAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldStartWith("Vladimir Vladimirovich Putin");
        (await page.GetByText("1952-10-07").CountAsync()).ShouldBeGreaterThan(0);
        (await page.GetByRole(AriaRole.Note).InnerTextAsync()).ShouldContain("Demonstration");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Facts_weigh_in_the_answer_and_stay_in_the_form()
    {
        await using var visit = await chromium.VisitAsync(starter.Server);
        var page = visit.Page;
        await page.GotoAsync("/?name=Vladimir+Putin");
        await page.GetByText("Known facts").ClickAsync();
        await page.GetByLabel("Birth date").FillAsync("1931");
        await page.GetByLabel("Kind").SelectOptionAsync("Person");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        (await page.GetByLabel("Birth date").InputValueAsync()).ShouldBe("1931");
        (await page.Locator(".features td.contradicts").AllTextContentsAsync()).ShouldHaveSingleItem().ShouldBe("contradicts");
        await page.GotoAsync("/?name=Vladimir+Putin&birthDate=soon");
        (await page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("bad date 'soon'");
        visit.ShouldBeQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pasted_text_becomes_a_brief_with_coloured_mentions_and_downloads(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(starter.Server, scripts);
        var page = visit.Page;
        await page.GotoAsync("/read");
        await page.GetByLabel("Paste a text").FillAsync(Story);
        await page.GetByLabel("its date").FillAsync("2024-05-03");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read" }).ClickAsync();
        await ArriveAsync(page, "**/read/*", "footer.versions");
        (await page.Locator(".mention.person.alert").AllInnerTextsAsync()).ShouldBe(["Kim Jong Un", "Vladimir Putin"]);
        (await page.Locator(".listed .tier").AllInnerTextsAsync()).ShouldAllBe(t => t.Equals("alert", StringComparison.OrdinalIgnoreCase));
        (await page.Locator(".event").CountAsync()).ShouldBeGreaterThan(1);
        (await page.Locator(".events h2").AllInnerTextsAsync()).ShouldContain("What happened");
        await page.Locator(".event h3 a").First.ClickAsync();
        new Uri(page.Url).Fragment.ShouldEndWith("-text");
        if (scripts)
        {
            await page.Locator(".event").First.HoverAsync();
            (await page.Locator(".said.lit").CountAsync()).ShouldBeGreaterThan(0);
        }
        var json = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "JSON" }).ClickAsync());
        (await File.ReadAllTextAsync(await json.PathAsync(), Cancel)).ShouldContain("\"versions\"");
        var html = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "HTML" }).ClickAsync());
        (await File.ReadAllTextAsync(await html.PathAsync(), Cancel)).ShouldStartWith("<!doctype html>");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_long_paste_into_the_search_box_is_read()
    {
        await using var visit = await chromium.VisitAsync(starter.Server);
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.EvaluateAsync("""
            text => { const data = new DataTransfer(); data.setData("text", text);
              document.querySelector("[type=search]").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }
            """, Story);
        await ArriveAsync(page, "**/read/*", "footer.versions");
        (await page.Locator(".mention.alert").CountAsync()).ShouldBeGreaterThan(0);
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task What_a_document_says_is_never_run()
    {
        await using var visit = await chromium.VisitAsync(starter.Server);
        var page = visit.Page;
        await page.GotoAsync("/read");
        await page.GetByLabel("Paste a text").FillAsync("Vladimir Putin <script>document.title='taken'</script> & <img src=x onerror=\"document.title='taken'\"> met Kim Jong Un in Moscow on Monday, officials said.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read" }).ClickAsync();
        await ArriveAsync(page, "**/read/*", "footer.versions");
        (await page.TitleAsync()).ShouldNotBe("taken");
        await page.GotoAsync("/?name=%3Cscript%3Edocument.title%3D%27taken%27%3C%2Fscript%3E");
        (await page.TitleAsync()).ShouldNotBe("taken");
        visit.ShouldBeQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_customers_is_screened_filtered_and_removed(bool scripts)
    {
        await using var server = await TestServer.StartAsync();
        await using var visit = await chromium.VisitAsync(server, scripts);
        var page = visit.Page;
        await page.GotoAsync("/files");
        await page.GetByLabel("CSV, Excel").SetInputFilesAsync(new FilePayload
        {
            Name = "customers.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("id,name\nc1,Vladimir Putin\nc2,Ilse Marrowfield\nc3,\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Screen" }).ClickAsync();
        await ArriveAsync(page, "**/files/*", "main");
        await page.WaitForSelectorAsync(".results");   // the page loads itself again, by script or by its header
        (await page.Locator(".results tr").CountAsync()).ShouldBe(2);
        (await page.Locator(".results").InnerTextAsync()).ShouldContain("Vladimir Vladimirovich Putin");
        await page.GetByLabel("Show").SelectOptionAsync("all");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        (await page.Locator(".results tr").CountAsync()).ShouldBe(4);
        (await page.Locator(".results .alert").InnerTextAsync()).ShouldBe("no name");
        var csv = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        csv.SuggestedFilename.ShouldBe("customers-results.csv");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await ArriveAsync(page, "**/files", "input[type=file]");
        (await page.Locator(".jobs").CountAsync()).ShouldBe(0);
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Lists_show_their_age_their_coverage_and_their_last_changes()
    {
        await using var server = await TestServer.StartAsync(static folder =>
        {
            TestServer.Import(folder, "own", "2026-01-01", TestServer.Person("p1", "Orlan Deskovitch") + TestServer.Person("p2", "Marta Quellin"));
            TestServer.Import(folder, "own", "2026-02-01", TestServer.Person("p1", "Orlan Deskovitch", "1961-05-06") + TestServer.Person("p3", "Brannoc Tull"));
        }, static options => options with { MaxAgeDays = 3 });
        await using var visit = await chromium.VisitAsync(server);
        var page = visit.Page;
        await page.GotoAsync("/lists");
        (await page.Locator(".lists").InnerTextAsync()).ShouldContain("stale");
        await page.GetByRole(AriaRole.Link, new() { Name = "own" }).ClickAsync();
        (await page.Locator("h2").InnerTextAsync()).ShouldBe("2026-01-01 → 2026-02-01: 1 added, 1 removed, 1 changed");
        (await page.Locator(".delta .added").InnerTextAsync()).ShouldContain("Brannoc Tull");
        await page.Locator(".delta .changed > a").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare the kept versions" }).ClickAsync();
        (await page.Locator(".changes").InnerTextAsync()).ShouldContain("1961-05-06");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Who_takes_a_wrong_turn_gets_a_page_that_says_so()
    {
        await using var visit = await chromium.VisitAsync(starter.Server);
        foreach (var path in new[] { "/party/nobody", "/read/gone", "/files/none", "/lists/none", "/nowhere" })
        {
            var response = await visit.Page.GotoAsync(path);
            response!.Status.ShouldBe(404, path);
            (await visit.Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldNotBeNullOrWhiteSpace(path);
        }
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task The_description_of_the_interface_is_shown_without_any_other_machine()
    {
        await using var visit = await chromium.VisitAsync(starter.Server);
        await visit.Page.GotoAsync("/docs");
        await visit.Page.GetByText("Is this party listed?").First.WaitForAsync();
        visit.ShouldBeQuiet();
    }

    /// <summary>Waits for a page by what it shows: its load event may be over before anybody waits for it.</summary>
    static async Task ArriveAsync(IPage page, string address, string last)
    {
        await page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator(last).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
