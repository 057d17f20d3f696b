using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>Whether a sentence can tell an event at all: it has a trigger with the small words of one of its frames, and for each slot that
/// the frame requires a word of the right class on the right side. Asked before tagging and again before parsing, which cost most: most
/// sentences that hold a word like "take" tell nothing. It rules out what no tree could give to <see cref="RoleFiller"/>. For one sentence.</summary>
sealed class SentencePromise
{
    /// <summary>What a word is, as far as it may fill a slot.</summary>
    readonly record struct Candidate(NounClass Classes, PartyKind? Party, bool Personal, bool Capital);

    // Words between a verb and its object, and between "said" and who said it.
    const int MostBetween = 12, MostInverted = 5;

    readonly string text;
    readonly Token[] words;
    readonly Candidate[] candidates;
    readonly NounClass all;
    readonly bool isNamed;
    SyntaxAnalyzer? tagged;

    public SentencePromise(string text, Token[] words, List<int> parties, MentionMap map)
    {
        (this.text, this.words) = (text, words);
        candidates = new Candidate[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].In(text);
            var isParty = parties[i] >= 0;
            var classes = isParty ? NounClass.None : Nouns.Of(word);
            // As Phrases.ClassOf looks: the word alone, and with one and two words before it.
            for (var first = Math.Max(0, i - 2); first < i; first++)
                if (words[i].End - words[first].Start < 40) classes |= Nouns.Of(text.AsSpan(words[first].Start, words[i].End - words[first].Start));
            if (isParty && i > 0) classes |= candidates[i - 1].Classes & (NounClass.Actors | NounClass.Property);
            PartyKind? kind = isParty ? map.Parties[parties[i]].Kind : null;
            candidates[i] = new(classes, kind, Pronouns.IsPersonal(word), char.IsUpper(word[0]));
            all |= classes;
            isNamed |= kind is not null and not PartyKind.Place;
        }
    }

    /// <summary>Whether the sentence may tell an event, by its words and, where they are known, its tags.</summary>
    public bool Holds(SyntaxAnalyzer? tags)
    {
        tagged = tags;
        for (var i = 0; i < words.Length; i++)
        {
            if (candidates[i].Party is not null) continue;
            var frames = FrameLexicon.Of(words[i].In(text));
            if (frames == FramesOfForm.None) continue;
            foreach (var part in PartsOf(i))
                foreach (var frame in frames.As(part))
                    if ((frame.Particle is null || RoleFiller.HasParticle(text, words, i, frame)) && MayHold(frame, i)) return true;
        }
        return false;
    }

    ReadOnlySpan<char> PartsOf(int word) => tagged?.Part(word) switch
    {
        null => "vna",
        PartOfSpeech.Verb => "v",
        PartOfSpeech.Noun or PartOfSpeech.Propn => "n",
        PartOfSpeech.Adj => "a",
        _ => "",
    };

    /// <summary>Whether a word has a part of speech, or may have it where nothing is tagged.</summary>
    bool MayBe(int word, PartOfSpeech part) => tagged is null || tagged.Part(word) == part;

    bool Acts(int word) => candidates[word].Party is { } party ? party != PartyKind.Place
        : (candidates[word].Classes & NounClass.Actors) != 0 || candidates[word].Personal && MayBe(word, PartOfSpeech.Pron) || IsName(word);

    bool IsName(int word) => candidates[word] is { Capital: true, Classes: NounClass.None } && MayBe(word, PartOfSpeech.Propn);

    bool MayHold(Frame frame, int trigger)
    {
        foreach (var slot in frame.Slots)
            if (slot.Required && !MayFill(slot, frame.Part, trigger)) return false;
        return true;
    }

    bool MayFill(Slot slot, char part, int trigger)
    {
        foreach (var function in slot.Functions)
        {
            if (function.Name == "wish")
            {
                if (tagged?.Form(trigger) is null or WordForm.Base or WordForm.Ing && Any(0, (_, word) => ((Governors.Of('v', word) | Governors.Of('n', word) | Governors.Of('a', word)) & Governor.Seek) != 0)) return true;
                continue;
            }
            var (first, end) = Reach(function, part, trigger);
            // Of goods the words around count, too: "tonnes of wheat".
            if ((slot.Nouns & NounClass.Things) != 0) end = Math.Min(end + 8, words.Length);
            for (var i = first; i < end; i++)
                if (i != trigger && MayFit(i, slot)) return true;
        }
        return false;
    }

    /// <summary>Between which words what stands in a function to a trigger is found; an empty range where its preposition is missing.</summary>
    (int First, int End) Reach(Function function, char part, int trigger)
    {
        var (first, end) = (0, words.Length);
        if (function.Preposition is { } preposition)
        {
            first = Behind(preposition, part == 'v' ? trigger + 1 : 0);
            if (first < 0) return default;
        }
        else if (function.Name == "must" && !IsDuty(trigger) || function.Name == "inf" && Behind("to", trigger + 1) < 0 || function.Name == "condition" && Behind("if", 0) < 0 && Behind("unless", 0) < 0) return default;
        if (function.Step is { } step) return function.StepPreposition is not null && Behind(step, 0) < 0 ? default : (0, words.Length);
        // Nobody puts more words between a verb and its object; a subject stands before its verb, if it is no "by" and no "said Kim".
        if (part == 'v' && function.Name is "obj" or "iobj") (first, end) = (trigger - MostBetween, trigger + MostBetween);
        else if (part == 'v' && function.Name is "subj" && Behind("by", trigger + 1) < 0) end = trigger + MostInverted;
        else if (part != 'v' && function.Name is "poss" or "mod" or "compound") end = trigger;
        else if (function.Name is "appos" or "xcomp" or "inf") first = trigger + 1;
        return (Math.Max(first, 0), Math.Min(end, words.Length));
    }

    /// <summary>The word behind a preposition, which may be of several words; -1 where the sentence lacks it.</summary>
    int Behind(string preposition, int from)
    {
        var rest = preposition.AsSpan();
        var blank = rest.IndexOf(' ');
        var head = blank < 0 ? rest : rest[..blank];
        for (var i = from; i < words.Length; i++)
            if (words[i].In(text).Equals(head, StringComparison.OrdinalIgnoreCase)) return i + 1;
        return -1;
    }

    /// <summary>Whether behind the verb something must be: a word of duty, or a bare form without a helper ("insisted that Israel withdraw").</summary>
    bool IsDuty(int verb) => Any(verb + 1, (i, word) => word is "must" or "should" or "ought"
        || tagged is null || tagged.Part(i) == PartOfSpeech.Verb && tagged.Form(i) is WordForm.Base or WordForm.Present && tagged.Part(i - 1) is not (PartOfSpeech.Aux or PartOfSpeech.Part));

    bool Any(int first, Func<int, string, bool> holds)
    {
        for (var i = first; i < words.Length; i++)
            if (holds(i, words[i].In(text).ToString())) return true;
        return false;
    }

    bool MayFit(int word, Slot slot)
    {
        if (slot.Classes.IsEmpty) return true;
        if (slot.Nouns != NounClass.None && MayFit(word, slot.Nouns)) return true;
        foreach (var name in slot.Classes)
            if (MayFit(word, name)) return true;
        return false;
    }

    bool MayFit(int word, NounClass wanted)
    {
        if ((candidates[word].Classes & wanted) != 0) return true;
        if (candidates[word] is { Personal: true, Party: null })
            return words[word].In(text) is "it" or "It" or "them" && ((wanted & (NounClass.Body | NounClass.Vessel)) != 0 || (wanted & all & NounClass.Sanctions) != 0);
        return candidates[word].Party switch
        {
            PartyKind.Vessel => (wanted & NounClass.Vessel) != 0,
            PartyKind.Aircraft => (wanted & NounClass.Aircraft) != 0,
            PartyKind.Person => (wanted & (NounClass.Person | NounClass.People)) != 0,
            PartyKind.Organisation or PartyKind.Group => (wanted & NounClass.Body) != 0,
            _ => false,
        };
    }

    bool MayFit(int word, string name)
    {
        var (classes, party) = (candidates[word].Classes, candidates[word].Party);
        return name switch
        {
            "actor" => Acts(word) || MayBe(word, PartOfSpeech.Noun) || MayBe(word, PartOfSpeech.Propn),
            "cargo" => MayBe(word, PartOfSpeech.Noun),
            "carrier" => party is not (null or PartyKind.Government or PartyKind.Group),
            "country" or "state" => party is PartyKind.Government or PartyKind.Organisation or PartyKind.Group,
            "land" => party is PartyKind.Place or PartyKind.Government || (classes & NounClass.Territory) != 0,
            "attackable" => Acts(word) || party is PartyKind.Place || (classes & NounClass.Territory) != 0,
            "firm" => party is PartyKind.Organisation || (classes & (NounClass.Body | NounClass.Property | NounClass.Armed)) != 0,
            "named" => party is not (null or PartyKind.Place) || IsName(word) || isNamed && MayBe(word, PartOfSpeech.Noun),
            "party" or "personal" or "speaker" or "recruits" or "several" or "traveller" or "mighty" or "people" or "hackable" => Acts(word),
            _ => false,
        };
    }
}
