namespace Ostrakon.Tests.Matching;

/// <summary>Names put together at random from parts of many cultures, and ways to write them differently. The same seed gives the same names.</summary>
sealed class InventedNames(int seed)
{
    static readonly string[] Given = ("Aleksandr Viktor Andrey Natalya Olena Bohdan Mehmet Ayşe Hassan Karim Mohammed Muhammad Abdul Abdullah Fatima Yusuf " +
        "Zaynab Ali Rahman Ur Rehman Wei Xiaoming Jian Li Jong Un Sung Min Kyong Hiroshi Takeshi Yuki Jean Claude Pierre María José Carlos João Pedro " +
        "Lars Björn Anders Giuseppe Marco Nguyễn Văn Thị Somchai Prayut Wanjiru Kwame Nana Oluwaseun Chidi Ioannis Giorgos Levan Nino Tigran Armen").Split(' ');

    static readonly string[] Family = ("Morozhenko Voronkov Kuznetsova Petrenko Yıldırım Öztürk Daneshpour Al-Harbi Haqqani Zadran Bin Laden Ibn Saud " +
        "Chen Zhang Wang Kim Park Choe Ri Tanaka Suzuki Watanabe Dupont Lefèvre García Hernández da Silva Santos Bergqvist Lindström Rossi Bianchi " +
        "Trần Phạm Srisuk Kamau Mensah Okafor Adeyemi Papadopoulos Beridze Petrosyan O'Brien van der Meer de la Cruz").Split(' ');

    static readonly string[] Business = ("Northern Star Shipping Trading Steel Petroleum International General Bridge Marine Tactical Electronics Research " +
        "Institute Bank Holding Development Energy Gas Machinery First National 2 44 Severny Most Alrosin").Split(' ');

    static readonly string[] Forms = "LLC,Ltd,OOO,GmbH,JSC,Co. Ltd.,S.A.,FZE,".Split(',');

    readonly Random random = new(seed);

    public string Person() => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Given)).Append(Pick(Family)));

    public string Company() => $"{string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(Business)))} {Pick(Forms)}".Trim();

    public string Any() => random.Next(4) == 0 ? Company() : Person();

    /// <summary>The name as somebody else writes it: up to three changes of different kinds.</summary>
    public string Rewritten(string name)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--) name = Change(name);
        return name.Length == 0 ? "X" : name;
    }

    string Change(string name)
    {
        var words = name.Split(' ').ToList();
        var w = random.Next(words.Count);
        var word = words[w];
        var at = word.Length > 1 ? random.Next(word.Length - 1) : 0;
        switch (random.Next(12))
        {
            case 0: words[w] = word.Remove(at, 1); break;
            case 1: words[w] = word.Insert(at, $"{(char)('a' + random.Next(26))}"); break;
            case 2: words[w] = word[..at] + (char)('a' + random.Next(26)) + word[(at + 1)..]; break;
            case 3 when word.Length > 1: words[w] = word[..at] + word[at + 1] + word[at] + word[(at + 2)..]; break;
            case 4 when words.Count > 1: words.RemoveAt(w); break;
            case 5: words.Insert(w, Pick(Given)); break;
            case 6: words.Reverse(); break;
            case 7 when w + 1 < words.Count: words[w] += words[w + 1].ToLowerInvariant(); words.RemoveAt(w + 1); break;
            case 8 when word.Length > 5: words[w] = word.Insert(3, " "); break;
            case 9: words[w] = word[..1] + "."; break;
            case 10 when word.Length > 5: words[w] = word[..5]; break;
            case 11 when words.Count > 2: return string.Concat(words.Select(x => x.Length > 0 ? x[..1] : ""));
            default: words[w] = Pick(random.Next(2) == 0 ? Given : Family); break;
        }
        return string.Join(' ', words);
    }

    string Pick(string[] from) => from[random.Next(from.Length)];
}
