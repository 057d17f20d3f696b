// Trains the English tagger and parser: dotnet run -c Release --project eng/TrainText -- DATA-FOLDER OUT-FILE
// DATA-FOLDER holds treebank/ewt-{train,dev,test}.conllu.gz (UD_English-EWT, CC BY-SA 4.0) and news/ner/gum-news-and-public.zip
// (GUM, annotations CC BY 4.0). The same data give the same model, byte for byte.
using Ostrakon.Documents.Text;
using Ostrakon.TrainText;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: TrainText DATA-FOLDER OUT-FILE");
    return 2;
}
string Data(string name) => Path.Combine(args[0], name);
var gum = Data("news/ner/gum-news-and-public.zip");
// Some news stays unseen, as a measure on the genre that counts.
string[] unseen = ["GUM_news_asylum", "GUM_news_defector", "GUM_news_homeopathic", "GUM_news_ie9", "GUM_news_nasa"];
bool IsUnseen(string name) => unseen.Any(u => name.Contains(u, StringComparison.Ordinal));
List<TreebankSentence> train = [.. TreebankSentence.ReadFile(Data("treebank/ewt-train.conllu.gz")), .. TreebankSentence.ReadZip(gum, n => !IsUnseen(n))];
var dev = TreebankSentence.ReadFile(Data("treebank/ewt-dev.conllu.gz"));
var test = TreebankSentence.ReadFile(Data("treebank/ewt-test.conllu.gz"));
var news = TreebankSentence.ReadZip(gum, IsUnseen);
Console.Error.WriteLine($"{train.Sum(s => s.Count)} words to learn from, {news.Sum(s => s.Count)} of unseen news");

var made = new NewsGrammar(Path.Combine(AppContext.BaseDirectory, "news-words.tsv")).Sentences(8000);
var tags = TaggerTraining.TagsOf(train);
train.AddRange(made);
var tagger = TaggerTraining.Train(train, tags, epochs: 10, mostWeights: 500_000);
var parser = ParserTraining.Train(train, TaggerTraining.Jackknife(train, tags, epochs: 6), epochs: 14, mostTransitionWeights: 900_000, mostRelationWeights: 300_000);
foreach (var (name, sentences) in new[] { ("EWT dev", dev), ("EWT test", test), ("GUM news", news), ("EWT test", test) })
    Scores.Print(name, tagger, parser, sentences);
using var output = File.Create(args[1]);
EnglishModel.Write(output, tagger, parser);
return 0;
