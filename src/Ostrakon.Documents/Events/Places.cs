namespace Ostrakon.Documents.Events;

/// <summary>Where an event was or will be. Pure.</summary>
static class Places
{
    public static string? Of(EventDraft draft) => null;
}
