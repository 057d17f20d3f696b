using System.Text.Json;

namespace Ostrakon.Server.Api;

// The shapes of requests and answers, for the description of the interface. The answers themselves are written by the engine; a test reads
// real answers into these shapes and fails where a member is missing on either side.

sealed record ScreenRequestShape(
    string[] Name, string? Schema, string[]? BirthDate, string[]? Country, string[]? IdNumber, double? Threshold, int? Limit, string[]? List, string? Algorithm);

sealed record QueryShape(string[] Name, string? Schema, string[]? BirthDate, string[]? Country, string[]? IdNumber);

sealed record ScreeningShape(
    string? Id, long? InputRow, QueryShape Query, int Total, HitShape[] Hits, VersionsShape? Versions, bool Demonstration);

sealed record HitShape(
    int Rank, string Party, string Caption, string Schema, string MatchedName, string NameKind, double Score, double Probability,
    ListingShape[] Listings, ExplanationShape Explanation);

sealed record ListingShape(string List, string Entry, string[] Programs, StandsForShape? StandsFor);

sealed record StandsForShape(string List, string Entry);

sealed record ExplanationShape(string Summary, FeatureShape[] Features, AlignmentShape[] Alignment);

sealed record FeatureShape(string Name, string State, double Weight, double Score, string Detail);

sealed record AlignmentShape(string Query, string Name, string How);

sealed record VersionsShape(string Engine, string Config, ListVersionShape[] Lists);

sealed record ListVersionShape(string Id, string Version, string Sha256);

sealed record CompareRequestShape(string Name1, string Name2, string? Schema, string? Algorithm);

sealed record ComparisonShape(string Name1, string Name2, string? Schema, double Score, double Probability, bool Match, ExplanationShape Explanation);

sealed record DocumentShape(string? Id, string? Html, string? Text, string? Url, string? Date);

sealed record DroppedShape(string Reason, string Text);

sealed record ArticleShape(
    string? Id, string? Url, string? Title, string? Author, string? Published, string? PublishedEvidence, string? Language, string? Site, string Text,
    bool Truncated, string Method, double Confidence, string? StoryId, DroppedShape[] Dropped);

sealed record BriefShape(
    BriefDocumentShape Document, BriefPartyShape[] Parties, EventShape[] Events, ExposureShape[] Exposure, VersionsShape Versions, bool Demonstration);

sealed record BriefDocumentShape(
    string Id, string? Source, string? Url, string? Title, string? Author, string? Published, string? PublishedEvidence, string? Language, string Text,
    bool Truncated, DroppedShape[] Dropped);

sealed record BriefPartyShape(string Id, string Name, string Kind, string? Country, MentionShape[] Mentions, BriefListingShape[] Listings);

sealed record MentionShape(int Start, int End, string Text, string In, string How, double? Score);

sealed record BriefListingShape(
    string Party, string Caption, string List, string Entry, string[] Programs, StandsForShape? StandsFor, double Score, double Probability, string Tier, string Why);

sealed record EventShape(
    string Id, string? Kind, string? Plover, string[] Agent, string[] Counterpart, string? Object, string? ObjectClass, string? Place, TimeShape? Time,
    string Factuality, string[] Attribution, double Confidence, SpanShape[] Evidence, SpanShape Trigger, string Rule);

sealed record TimeShape(string Text, string? Value);

sealed record SpanShape(int Start, int End, string Text);

sealed record ExposureShape(string Party, string Via, string To, string List, string Sentence);

sealed record PartyShape(
    string Id, string Schema, string Caption, Dictionary<string, string[]> Properties, PartyListingShape[] Listings, JoinShape[] JoinedBy,
    SuggestionShape[] Suggestions, RelationShape[] Relations, bool Demonstration);

sealed record PartyListingShape(
    string List, string Entry, string Version, string[] Programs, string? ListedOn, string? Reason, StandsForShape? StandsFor, Dictionary<string, JsonElement> Published);

sealed record JoinShape(string[] Entries, string Reason);

sealed record SuggestionShape(string Entry, string Caption, string Reason);

sealed record RelationShape(string Kind, string? Party, string Caption, string? Since, string Source);

sealed record ListsShape(ListShape[] Lists, bool Demonstration);

sealed record ListShape(
    string Id, string Title, string Version, string Published, string PublishedFrom, string Fetched, string Sha256, int Entries, int Names,
    CoverageShape Coverage, int AgeDays, bool Stale, bool Pinned, string[] Kept);

sealed record CoverageShape(int Mapped, UnmappedShape[] Unmapped);

sealed record UnmappedShape(string Path, int Count);

sealed record DeltaShape(string List, string Old, string New, EntryShape[] Added, EntryShape[] Removed, ChangeShape[] Changed);

sealed record EntryShape(
    string Id, string Party, string Schema, string Caption, Dictionary<string, string[]> Properties, string[] Programs, string? ListedOn, string? Reason);

sealed record ChangeShape(string Entry, string Caption, FieldShape[] Fields);

sealed record FieldShape(string Name, string[] Old, string[] New);

sealed record JobsShape(JobShape[] Jobs);

sealed record JobShape(
    string Id, string File, string State, string Created, double Threshold, int Limit, string[]? Lists, string Algorithm, string? Started, string? Finished,
    double Progress, int Rows, int Bad, int Hits, string? Error);
