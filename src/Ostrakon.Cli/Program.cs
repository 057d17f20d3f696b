using Ostrakon.Cli.CommandLine;

return await App.RunAsync(args);
