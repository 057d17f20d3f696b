using System.Collections.Immutable;
using System.IO.Compression;

namespace Ostrakon.Documents.Text;

/// <summary>The trained models of English: eng/TrainText writes the file, see english.bin.LICENSE for its sources. Immutable.</summary>
sealed class EnglishModel(Tagger tagger, Parser parser)
{
    static readonly Lazy<EnglishModel> Instance = new(() =>
    {
        using var stream = Resources.Open("Text/english.bin");
        return Read(stream);
    });

    /// <summary>The built-in model; the first use unpacks it.</summary>
    public static EnglishModel BuiltIn => Instance.Value;

    public Tagger Tagger => tagger;
    public Parser Parser => parser;

    public static void Write(Stream stream, Tagger tagger, Parser parser)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize));
        writer.Write(tagger.Tags.Names.Length);
        foreach (var name in tagger.Tags.Names) writer.Write(name);
        tagger.Model.Write(writer);
        parser.TransitionModel.Write(writer);
        parser.RelationModel.Write(writer);
    }

    static EnglishModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        var names = ImmutableArray.CreateBuilder<string>();
        for (var count = reader.ReadInt32(); count > 0; count--) names.Add(reader.ReadString());
        return new(new(new(names.ToImmutable()), LinearModel.Read(reader)), new(LinearModel.Read(reader), LinearModel.Read(reader)));
    }
}
