namespace Ostrakon.Documents.Events;

/// <summary>The class of what is given, sought, carried or laundered. Pure.</summary>
static class ObjectClasses
{
    static readonly (NounClass Class, string Name)[] Names =
    [
        (NounClass.Arms, "arms"), (NounClass.DualUse, "dual-use"), (NounClass.Technology, "technology"), (NounClass.Oil, "oil"), (NounClass.Coal, "coal"),
        (NounClass.Food, "food"), (NounClass.Minerals, "minerals"), (NounClass.Luxury, "luxury"), (NounClass.Money, "money"), (NounClass.People, "people"),
    ];

    /// <summary>The class; null for kinds without one.</summary>
    public static string? Of(EventDraft draft)
    {
        if (draft.Frame.Kind.Name is not ("transfer" or "seek" or "ship" or "pay" or "smuggle" or "launder")) return null;
        if (draft.Object < 0) return draft.Frame.Lemma is "arm" or "rearm" ? "arms" : null;
        var found = Phrases.GoodsOf(draft.View, draft.Object);
        foreach (var (@class, name) in Names)
            if ((found & @class) != 0) return name;
        return "other";
    }

    /// <summary>Whether a transfer is a gift or relief rather than trade.</summary>
    public static bool IsAid(EventDraft draft) =>
        draft.Frame.Lemma is "donate" or "donation" or "give" or "grant" or "gift" or "airlift" or "provide" or "hand" or "allocate" or "contribute" or "disburse"
        || (draft.Object >= 0 && (Phrases.GoodsOf(draft.View, draft.Object) & NounClass.Help) != 0);
}
