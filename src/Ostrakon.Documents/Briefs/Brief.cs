using System.Collections.Immutable;
using Ostrakon.Documents.Events;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Briefs;

/// <summary>The result of reading one document. Immutable.</summary>
/// <param name="DocumentId">"sha256:" and the hash of the bytes that were read.</param>
/// <param name="Source">The file, address or "-" that was read.</param>
/// <param name="Article">The clean article.</param>
/// <param name="Parties">Who is in it.</param>
/// <param name="Events">What they do.</param>
/// <param name="Exposure">Which party deals with a listed one.</param>
public sealed record Brief(
    string DocumentId, string Source, Article Article, ImmutableArray<DocumentParty> Parties, ImmutableArray<Event> Events,
    ImmutableArray<Exposure> Exposure);

/// <summary>A party that deals with a listed one. Immutable.</summary>
/// <param name="Party">Id of the party.</param>
/// <param name="Via">Id of the event.</param>
/// <param name="To">Id of the listed party.</param>
/// <param name="List">The list.</param>
/// <param name="Sentence">The sentence that says so.</param>
public sealed record Exposure(string Party, string Via, string To, string List, string Sentence);
