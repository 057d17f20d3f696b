using System.Collections.Immutable;

namespace Ostrakon.Documents.Events;

/// <summary>A role of an event, or a bare condition.</summary>
enum Role { Agent, Counterpart, Object, Need }

/// <summary>Where a frame looks for a role: a grammatical function or a preposition, perhaps with a step on from there. Immutable.</summary>
/// <param name="Name">subj, obj, iobj, poss, mod, compound, comp, xcomp, content, condition, or a preposition.</param>
/// <param name="Step">From the word found on to: poss, mod, of, party, vessel, or a preposition; null to stay.</param>
sealed record Function(string Name, string? Step)
{
    static readonly HashSet<string> Grammatical = new(StringComparer.Ordinal)
    {
        "subj", "obj", "iobj", "comp", "must", "content", "condition", "helper", "inf", "xcomp", "poss", "mod", "compound", "carried", "appos", "hearer", "wish", "party", "vessel",
    };

    /// <summary>The preposition, where the function is one.</summary>
    public string? Preposition { get; } = Grammatical.Contains(Name) ? null : Name;

    /// <summary>The preposition, where the step is one.</summary>
    public string? StepPreposition { get; } = Step is null || Grammatical.Contains(Step) ? null : Step;
}

/// <summary>One slot of a frame. Immutable.</summary>
/// <param name="Role">The role.</param>
/// <param name="Functions">Where to look, best first. For a need without functions: the condition is in the classes.</param>
/// <param name="Classes">What the word may be; empty for any.</param>
/// <param name="Required">Whether the frame holds only with it.</param>
sealed record Slot(Role Role, ImmutableArray<Function> Functions, ImmutableArray<string> Classes, bool Required)
{
    /// <summary>The classes of nouns among the classes.</summary>
    public NounClass Nouns { get; } = Classes.Aggregate(NounClass.None, (all, name) => Events.Nouns.TryParse(name, out var one) ? all | one : all);
}

/// <summary>A frame: a word that names an event and the slots of its arguments. Immutable.</summary>
/// <param name="Kind">The kind of event.</param>
/// <param name="Lemma">The verb, noun or adjective.</param>
/// <param name="Part">'v', 'n' or 'a'.</param>
/// <param name="Particle">The particle of a verb, "over" of "hand over"; for a noun the word before it, "air" of "air strike"; or null.</param>
/// <param name="Slots">The slots.</param>
/// <param name="Rule">Its name in a brief: "transfer.supply/v.1".</param>
/// <param name="Order">Its line: earlier frames are tried first.</param>
sealed record Frame(EventKind Kind, string Lemma, char Part, string? Particle, ImmutableArray<Slot> Slots, string Rule, int Order)
{
    /// <summary>The words of the particle.</summary>
    public ImmutableArray<string> ParticleWords { get; } = Particle is null ? [] : [.. Particle.Split(' ')];

    public Slot? Slot(Role role) => Slots.FirstOrDefault(s => s.Role == role);
}
