// Trains the name tagger: dotnet run -c Release --project eng/TrainNames -- NEWS-FOLDER OUT-FILE [--folds N]
// NEWS-FOLDER holds ner/re3d.jsonl.gz, ner/gum-news-and-public.zip, ner/wikigold.conll.gz. With --folds the re3d documents are
// cut into N parts, and each is tagged by a model that has not seen it: the honest measure. The same data give the same model.
using Ostrakon.Documents.Mentions;
using Ostrakon.TrainNames;

if (args.Length < 2)
{
    Console.Error.WriteLine("usage: TrainNames NEWS-FOLDER OUT-FILE [--folds N]");
    return 2;
}
string Data(string name) => Path.Combine(args[0], "ner", name);
var reports = Corpora.Re3d(Data("re3d.jsonl.gz"));
var gum = Corpora.Gum(Data("gum-news-and-public.zip"));
var wikigold = Corpora.Wikigold(Data("wikigold.conll.gz"));
Console.Error.WriteLine($"{reports.Count} re3d documents, {gum.Count} of GUM, {wikigold.Count} of Wikigold");
var folds = args.Length > 3 ? int.Parse(args[3]) : 0;
// The reports are few and their way of marking spans is the one that counts: they are seen three times as often.
List<TrainingText> All(IEnumerable<TrainingText> own) => [.. own, .. own, .. own, .. gum, .. wikigold];
var scores = new SpanScores();
for (var fold = 0; fold < folds; fold++)
{
    var tagger = new NameTagger(TaggerTraining.Train(All(reports.Where((_, i) => i % folds != fold)), epochs: 8, mostWeights: 66_000));
    foreach (var text in reports.Where((_, i) => i % folds == fold)) scores.Add(text, tagger);
}
if (folds > 0) scores.Print();
var model = TaggerTraining.Train(All(reports), epochs: 8, mostWeights: 66_000);
using var output = File.Create(args[1]);
NameTagger.Write(output, model);
return 0;
