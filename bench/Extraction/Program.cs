using Ostrakon.Extraction.Bench;

// Run from the project's root: fits the judge of blocks, or measures it on sites that it was not fitted on.
var news = Path.Combine(Environment.GetEnvironmentVariable("OSTRAKON_SHARED") ?? "../shared", "data/news");
switch (args.FirstOrDefault())
{
    case "fit":
        Fitting.Run(news, "src/Ostrakon.Documents/Extraction/Judging");
        return 0;
    case "crossvalidate":
        CrossValidation.Run(news);
        return 0;
    case "stories":
        StoryMeasure.Run(news);
        return 0;
    default:
        Console.Error.WriteLine("usage: fit | crossvalidate | stories");
        return 2;
}
