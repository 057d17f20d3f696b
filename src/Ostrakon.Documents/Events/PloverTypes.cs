namespace Ostrakon.Documents.Events;

/// <summary>The PLOVER type of an event. PLOVER (https://github.com/openeventdata/PLOVER) codes what is done or said, and for what is only
/// intended the stance: to plan a help is to AGREE, to plan a blow is to THREATEN. What others say of somebody is no event of its own
/// there. Pure.</summary>
static class PloverTypes
{
    public static string? Of(EventDraft draft)
    {
        var kind = draft.Frame.Kind;
        var type = kind.Name == "transfer" && ObjectClasses.IsAid(draft) ? "AID" : kind.Plover;
        return draft.Factuality switch
        {
            Factuality.Happened or Factuality.Ongoing => type,
            Factuality.Planned => type is "AID" or "COOPERATE" or "CONSULT" or "SUPPORT" or "CONCEDE" or "RETREAT" ? "AGREE" : type is "ASSAULT" ? "THREATEN" : type,
            // Agreements and meetings that were wanted and failed.
            Factuality.NotHappened => type is "AGREE" or "CONSULT" or "SUPPORT" or "AID" or "COOPERATE" ? "REJECT" : null,
            _ => kind.IsSpeech ? type : null,
        };
    }
}
