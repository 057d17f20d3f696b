using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ostrakon.Lists;

namespace Ostrakon.Index;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<ListVersion>))]
[JsonSerializable(typeof(ListVersion))]
sealed partial class SnapshotJson : JsonSerializerContext;
