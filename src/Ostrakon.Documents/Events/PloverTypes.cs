namespace Ostrakon.Documents.Events;

/// <summary>The PLOVER type of an event. PLOVER (https://github.com/openeventdata/PLOVER) codes what is done or said, and for what is only
/// intended the stance: to plan a help is to AGREE, to plan a blow is to THREATEN. What others say of somebody is no event of its own
/// there, nor is what nobody is named to do, or what a noun only mentions ("the deal"). Pure.</summary>
static class PloverTypes
{
    /// <summary>The type; null where the words tell no event of PLOVER.</summary>
    /// <param name="draft">The event.</param>
    /// <param name="hasAgent">Whether somebody does it.</param>
    /// <param name="hasCounterpart">Whether somebody else takes part.</param>
    public static string? Of(EventDraft draft, bool hasAgent, bool hasCounterpart)
    {
        var isMentioned = draft.Trigger.Part == 'n' && draft.Trigger.Carrier is not { Mode: CarrierMode.Object };
        if (!hasAgent || isMentioned && !hasCounterpart) return null;
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
