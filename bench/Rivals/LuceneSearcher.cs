using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Ostrakon.Rivals;

/// <summary>
/// Lucene.Net as Elasticsearch's users set it up for names: words in small ASCII letters, each asked for with the edits that
/// <c>fuzziness: AUTO</c> allows and its first letter fixed, three quarters of them needed.
/// </summary>
sealed class LuceneSearcher(string folder) : ISearcher
{
    const LuceneVersion Version = LuceneVersion.LUCENE_48;
    static readonly Analyzer Words = Analyzer.NewAnonymous((_, reader) =>
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(Version, words)));
    });

    readonly DirectoryReader reader = DirectoryReader.Open(new MMapDirectory(PathIn(folder)));
    IndexSearcher? searcher;

    static string PathIn(string folder) => Path.Combine(folder, "lucene");

    public static void Build(string folder, IEnumerable<(int Party, string Name)> names)
    {
        using var directory = new MMapDirectory(PathIn(folder));
        using var writer = new IndexWriter(directory, new IndexWriterConfig(Version, Words) { RAMBufferSizeMB = 64 });
        foreach (var (party, name) in names) writer.AddDocument([new TextField("name", name, Field.Store.NO), new StoredField("party", party)]);
        writer.ForceMerge(1);
    }

    public void Search(string name, List<int> parties)
    {
        searcher ??= new(reader);
        var query = new BooleanQuery();
        using (var tokens = Words.GetTokenStream("name", name))
        {
            var text = tokens.AddAttribute<ICharTermAttribute>();
            tokens.Reset();
            while (tokens.IncrementToken())
            {
                var word = new Term("name", text.ToString());
                var most = text.Length < 3 ? 0 : text.Length < 6 ? 1 : 2;
                query.Add(most == 0 ? new TermQuery(word) : new FuzzyQuery(word, most, prefixLength: 1), Occur.SHOULD);
            }
            tokens.End();
        }
        query.MinimumNumberShouldMatch = Math.Max(1, query.Clauses.Count * 3 / 4);
        foreach (var hit in searcher.Search(query, ISearcher.Limit).ScoreDocs)
            parties.Add(searcher.Doc(hit.Doc).GetField("party").GetInt32Value()!.Value);
    }

    public void Dispose() => reader.Dispose();
}
