namespace Ostrakon.Documents.Events;

/// <summary>Where an event was or will be. Pure.</summary>
static class EventPlaces
{
    public static string? Of(EventDraft draft) => null;
}
