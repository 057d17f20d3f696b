using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>An event while its sentence is being read: words of the sentence fill the roles.</summary>
sealed class EventDraft(SentenceView view, Frame frame, Trigger trigger)
{
    public SentenceView View => view;
    public Frame Frame => frame;
    public Trigger Trigger => trigger;

    /// <summary>Heads of the phrases in the roles; -1 for an empty one. With "between" the first stands for both sides.</summary>
    public int Agent { get; set; } = -1;
    public int Counterpart { get; set; } = -1;
    public int Object { get; set; } = -1;

    /// <summary>Heads of the phrases that are the object or meet a condition of the frame.</summary>
    public List<int> Taken { get; } = [];

    /// <summary>An agent that another event of the sentence lends: who threatens is who would punish.</summary>
    public EventDraft? AgentFrom { get; set; }
    public EventDraft? CounterpartFrom { get; set; }

    public Factuality Factuality { get; set; }

    /// <summary>Heads of the phrases that say who says so, outermost first.</summary>
    public int[] Sources { get; set; } = [];
}

/// <summary>How real an event is by the words.</summary>
enum Factuality { Uncertain, Happened, Ongoing, Planned, Possible, Conditional, Alleged, Denied, NotHappened }
