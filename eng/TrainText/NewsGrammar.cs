using Ostrakon.Documents.Text;
using static Ostrakon.Documents.Text.Relation;

namespace Ostrakon.TrainText;

/// <summary>Makes up news sentences with their trees. The treebanks hold web pages and mail; what they hold too little of is the long
/// sentence of news: nominalised deeds, sources behind the comma, passives with their doer, recipients and origins.</summary>
sealed class NewsGrammar
{
    readonly Random random = new(20261124);
    readonly Dictionary<string, string[]> words;

    public NewsGrammar(string path) => words = File.ReadLines(path).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1].Split('|'));

    public List<TreebankSentence> Sentences(int count)
    {
        var made = new List<TreebankSentence>(count);
        while (made.Count < count)
            if (Sentence().ToSentence() is { Count: < 60 } sentence) made.Add(sentence);
        return made;
    }

    bool Maybe(double share) => random.NextDouble() < share;
    string Any(string list) => words[list][random.Next(words[list].Length)];
    T Any<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    // ---- words ----
    static Node Comma() => new(",", "PUNCT/,");
    static Node Adp(string word) => new(word, "ADP/IN");
    static Node To() => new("to", "PART/TO");
    static Node And() => new("and", "CCONJ/CC");
    static Node That() => new("that", "SCONJ/IN");
    Node Det(bool plural = false) => plural ? new(Any("the", "some", "several", "many", "the", "the", "all"), "DET/DT") : new(Any("the", "a", "the", "this", "another"), "DET/DT");

    // ---- noun phrases ----
    Node Common(string list, bool plural)
    {
        var parts = Any(list).Split(' ');
        var head = new Node(parts[^1], plural ? "NOUN/NNS" : "NOUN/NN");
        foreach (var part in parts[..^1]) if (part is not ("a" or "an")) head.Before(Compound, new(part, part is "foreign" or "central" or "grand" or "coast" ? part == "coast" ? "NOUN/NN" : "ADJ/JJ" : "NOUN/NN"));
        return head;
    }

    /// <summary>Adjectives, demonym, determiner or owner before a noun.</summary>
    Node Modified(Node head, bool plural, double demonym = 0.3, bool bare = false)
    {
        if (Maybe(0.3)) head.First(Amod, new(Any("adj"), "ADJ/JJ"));
        if (Maybe(demonym))
        {
            var people = new Node(Any("demonym"), "ADJ/JJ");
            if (plural && Maybe(0.1)) people.After(Conj, new Node(Any("demonym"), "ADJ/JJ").Before(Cc, And()));
            head.First(Amod, people);
        }
        if (bare && Maybe(0.7)) return head;
        if (Maybe(0.12)) return head.First(NmodPoss, Owned());
        if (plural && Maybe(0.45)) return Maybe(0.5) ? head.First(Nummod, Number()) : head;
        return head.First(Relation.Det, Det(plural));
    }

    Node Owned() => Maybe(0.3) ? new(Any("its", "his", "their", "her"), "PRON/PRP$")
        : (Maybe(0.7) ? Name() : Modified(Common("body", false), false)).After(Case, new("'s", "PART/POS"));

    Node Number() => new(Any("two", "three", "seven", "200", "40,000", "1,200", "several", "dozens", "nine", "500", "four"), "NUM/CD");

    Node Name(int depth = 0)
    {
        switch (random.Next(10))
        {
            case < 5:
                var country = Any("country");
                if (!country.StartsWith("the ", StringComparison.Ordinal)) return new(country, "PROPN/NNP");
                var parts = country.Split(' ');
                // Known names come as one word, with or without their article; unknown ones word by word.
                if (Maybe(0.4)) return new(country, "PROPN/NNP");
                if (Maybe(0.5)) return new Node(country[4..], "PROPN/NNP").Before(Relation.Det, new("the", "DET/DT"));
                var head = new Node(parts[^1], "PROPN/NNP").Before(Relation.Det, new("the", "DET/DT"));
                foreach (var part in parts[1..^1]) head.Before(part is "United" or "European" ? Amod : Compound, new(part, part is "United" or "European" ? "ADJ/NNP" : "PROPN/NNP"));
                return head;
            case < 7:
                return Person();
            default:
                var firm = Any("firm");
                if (Maybe(0.6) || !firm.Contains(' ')) return Titled(new(firm, "PROPN/NNP"), depth);
                var words = firm.Split(' ');
                var last = new Node(words[^1], "PROPN/NNP");
                foreach (var word in words[..^1]) last.Before(Compound, new(word, "PROPN/NNP"));
                return Titled(last, depth);
        }
    }

    /// <summary>"the tanker Golden Plover", "the Golden Plover".</summary>
    Node Titled(Node name, int depth)
    {
        if (depth > 0 || Maybe(0.5)) return name;
        if (Maybe(0.2)) return name.First(Relation.Det, new("the", "DET/DT"));
        return Modified(Common(Any("vessel", "body", "person"), false), false, 0.15).After(Appos, name);
    }

    Node Person()
    {
        var first = new Node(Any("name"), "PROPN/NNP");
        if (Maybe(0.5)) first = new($"{first.Word} {Any("name")}", "PROPN/NNP");
        else if (Maybe(0.6)) first.After(Flat, new(Any("name"), "PROPN/NNP"));
        if (Maybe(0.25)) return first.First(NmodDesc, new(Any("President", "General", "Mr", "Ms", "Captain", "Minister", "Colonel", "Marshal", "Judge"), "PROPN/NNP"));
        return Maybe(0.2) ? Modified(Common("person", false), false).After(Appos, first) : first;
    }

    Node Party(int depth = 0)
    {
        var party = random.Next(10) switch
        {
            < 5 => Name(depth),
            < 7 => Modified(Common("people", true), true, 0.45),
            < 8 => Modified(Common("person", false), false, 0.4),
            _ => Modified(Common("body", false), false, 0.35),
        };
        if (depth > 0) return party;
        if (Maybe(0.08)) return party.After(Conj, Party(1).First(Cc, And()));
        if (Maybe(0.02)) return party.After(Conj, Party(1).First(Punct, Comma())).After(Conj, Party(1).First(Cc, And()));
        if (Maybe(0.06)) return party.After(Nmod, With(Adp(Any("in", "of", "at", "from", "near")), Maybe(0.6) ? new(Any("country"), "PROPN/NNP") : Modified(Common("place", false), false)));
        if (Maybe(0.05)) return party.After(Punct, Comma()).After(Appos, Modified(Common(Any("person", "body"), false), false)
            .After(Nmod, With(Adp("of"), Party(1)))).After(Punct, Comma());
        if (Maybe(0.05)) return party.After(Punct, Comma()).After(AclRelcl, Relative(person: true)).After(Punct, Comma());
        return party;
    }

    Node Thing(int depth = 0)
    {
        if (Maybe(0.12)) return Amount();
        if (Maybe(0.15))
        {
            var measure = new Node(Any("tonnes", "barrels", "containers", "crates", "shipments", "millions", "quantities", "dozens", "parts"), "NOUN/NNS");
            if (Maybe(0.6)) measure.Before(Nummod, Number());
            else measure.Before(Amod, new(Any("large", "huge", "small"), "ADJ/JJ"));
            return measure.After(Nmod, With(Adp("of"), Common("thing", true)));
        }
        var thing = Modified(Common("thing", true), true, 0.2, bare: true);
        if (depth > 0) return thing;
        if (Maybe(0.1)) return thing.After(Conj, Thing(1).First(Cc, And()));
        if (Maybe(0.06)) return thing.After(Acl, Participle());
        if (Maybe(0.05)) return thing.After(Nmod, With(Adp(Any("for", "from")), Maybe(0.5) ? Modified(Common("thing", true), true, 0.1) : Party(1)));
        if (Maybe(0.04)) return thing.After(AclRelcl, Relative(person: false));
        return thing;
    }

    Node Amount()
    {
        if (Maybe(0.3)) return new Node("$", "SYM/$").After(Nummod, new(Any("5m", "2.4", "900,000", "40"), "NUM/CD"));
        var money = new Node(Any("dollars", "euros", "pounds", "yuan", "shillings"), "NOUN/NNS");
        return Maybe(0.5) ? money.Before(Nummod, new Node(Any("million", "billion"), "NUM/CD").Before(Compound, new(Any("4.2", "two", "1.1", "30"), "NUM/CD")))
            : money.Before(Nummod, new(Any("900,000", "500", "40,000"), "NUM/CD"));
    }

    /// <summary>"the supply of shells to Russia by Iran", "Russia's invasion of Georgia", "talks between A and B on visas".</summary>
    Node Deed()
    {
        switch (random.Next(4))
        {
            case 0:
                var supply = Common("event", false);
                if (Maybe(0.3)) supply.Before(Amod, new(Any("planned", "alleged", "recent", "secret"), "ADJ/JJ"));
                supply.First(Relation.Det, new("the", "DET/DT")).After(Nmod, With(Adp("of"), Thing(1)));
                if (Maybe(0.6)) supply.After(Nmod, With(Adp(Any("to", "from")), Party(1)));
                if (Maybe(0.4)) supply.After(Nmod, With(Adp("by"), Party(1)));
                return supply;
            case 1:
                var deed = Common("deed", false).First(NmodPoss, Owned());
                if (Maybe(0.6)) deed.After(Nmod, With(Adp(Any("of", "on", "to", "against")), Party(1)));
                return deed;
            case 2:
                var pact = Pact();
                if (Maybe(0.5)) pact.After(Nmod, With(Adp("between"), Party(1).After(Conj, Party(1).First(Cc, And()))));
                else pact.After(Nmod, With(Adp("with"), Party(1)));
                if (Maybe(0.3)) pact.After(Nmod, With(Adp(Any("on", "over", "about")), Maybe(0.5) ? Common("thing", true) : Modified(Common("deed", false), false)));
                return pact;
            default:
                var sanctions = new Node(Any("sanctions", "restrictions", "tariffs"), "NOUN/NNS");
                if (Maybe(0.4)) sanctions.Before(Amod, new(Any("demonym"), "ADJ/JJ"));
                if (Maybe(0.3)) sanctions.First(Amod, new(Any("new", "further", "tough"), "ADJ/JJ"));
                return sanctions.After(Nmod, With(Adp(Any("on", "against")), Party(1)));
        }
    }

    Node Pact()
    {
        var text = Any("pact");
        var parts = text.Split(' ');
        var plural = parts.Length == 1;
        var head = new Node(parts[^1], plural ? "NOUN/NNS" : "NOUN/NN");
        if (Maybe(0.3)) head.Before(Amod, new(Any("adj"), "ADJ/JJ"));
        return plural ? head : head.First(Relation.Det, new(Any("a", "the", "the"), "DET/DT"));
    }

    static Node With(Node preposition, Node noun) => noun.First(Case, preposition);

    // ---- verbs ----
    string[] Verb(string list) => Any(list).Split(' ');

    /// <summary>Puts a verb in a finite form with its auxiliaries.</summary>
    Node Finite(string[] verb, bool plural, bool passive = false)
    {
        var adverb = Maybe(0.12) ? new Node(Any("adverb"), "ADV/RB") : null;
        var negation = Maybe(0.08);
        Node node;
        if (passive)
        {
            node = new(verb[3], "VERB/VBN");
            Helpers(node, plural, Any(0, 0, 0, 1, 2, 3, 4, 5), negation, "be");
        }
        else
        {
            var form = negation ? Any(2, 3, 4, 5) : Any(0, 0, 0, 0, 1, 1, 2, 3, 3, 4, 6);
            if (form == 0) node = new(verb[2], "VERB/VBD");
            else if (form == 1) node = plural ? new(verb[0], "VERB/VBP") : new(verb[1], "VERB/VBZ");
            else
            {
                node = form switch
                {
                    2 or 6 => new(verb[4], "VERB/VBG"),
                    3 => new(verb[3], "VERB/VBN"),
                    _ => new(verb[0], "VERB/VB"),
                };
                Helpers(node, plural, form, negation, null);
            }
        }
        if (adverb is not null) node.Before(Advmod, adverb);
        return node;
    }

    void Helpers(Node verb, bool plural, int form, bool negation, string? passive)
    {
        if (passive is not null)
        {
            switch (form)
            {
                case 0: verb.Before(AuxPass, new(plural ? "were" : "was", "AUX/VBD")); break;
                case 1: verb.Before(AuxPass, new(plural ? "are" : "is", plural ? "AUX/VBP" : "AUX/VBZ")); break;
                case 2: verb.Before(Aux, new(plural ? "have" : "has", plural ? "AUX/VBP" : "AUX/VBZ")); Not(verb, negation); verb.Before(AuxPass, new("been", "AUX/VBN")); return;
                case 3: verb.Before(Aux, new("had", "AUX/VBD")); Not(verb, negation); verb.Before(AuxPass, new("been", "AUX/VBN")); return;
                case 4: verb.Before(Aux, new(Any("will", "may", "could", "would"), "AUX/MD")); Not(verb, negation); verb.Before(AuxPass, new("be", "AUX/VB")); return;
                default: verb.Before(Aux, new(plural ? "are" : "is", plural ? "AUX/VBP" : "AUX/VBZ")); verb.Before(AuxPass, new("being", "AUX/VBG")); return;
            }
            Not(verb, negation);
            return;
        }
        switch (form)
        {
            case 2: verb.Before(Aux, new(plural ? "are" : "is", plural ? "AUX/VBP" : "AUX/VBZ")); break;
            case 3: verb.Before(Aux, Maybe(0.6) ? new(plural ? "have" : "has", plural ? "AUX/VBP" : "AUX/VBZ") : new("had", "AUX/VBD")); break;
            case 4:
                verb.Before(Aux, new(Any("will", "may", "could", "would", "can", "might"), "AUX/MD"));
                Not(verb, negation);
                return;
            case 5: verb.Before(Aux, new(Any("did", plural ? "do" : "does"), "AUX/VBD")); break;
            default: verb.Before(Aux, new(plural ? "have" : "has", plural ? "AUX/VBP" : "AUX/VBZ")); Not(verb, negation); verb.Before(Aux, new("been", "AUX/VBN")); return;
        }
        Not(verb, negation);
    }

    void Not(Node verb, bool negation)
    {
        if (negation) verb.Before(Advmod, Maybe(0.8) ? new("not", "PART/RB") : new("never", "ADV/RB"));
    }

    /// <summary>What follows the verb of one kind of deed; the verb list is the kind.</summary>
    void Complements(Node verb, string kind, bool passive)
    {
        switch (kind)
        {
            case "give":
                if (!passive) verb.After(Obj, Thing());
                if (Maybe(0.75)) verb.After(Obl, With(Adp("to"), Party()));
                break;
            case "double":
                if (!passive) verb.After(Iobj, Party(1));
                verb.After(Obj, Thing(1));
                break;
            case "with":
                if (!passive) verb.After(Obj, Party(1));
                verb.After(Obl, With(Adp("with"), Thing(1)));
                break;
            case "get":
                if (!passive) verb.After(Obj, Maybe(0.85) ? Thing() : Modified(Common("vessel", false), false));
                if (Maybe(0.5)) verb.After(Obl, With(Adp("from"), Party(1)));
                if (Maybe(0.15)) verb.After(Obl, With(Adp(Any("to", "into", "out of")), new(Any("country"), "PROPN/NNP")));
                break;
            case "hit":
                if (!passive) verb.After(Obj, Maybe(0.8) ? Party() : Modified(Common("place", false), false).After(Nmod, With(Adp(Any("of", "in", "at")), Party(1))));
                if (Maybe(0.15)) verb.After(Obl, With(Adp(Any("over", "for", "with", "after")), Maybe(0.5) ? Deed() : Thing(1)));
                break;
            case "handle":
                if (!passive) verb.After(Obj, Any(Thing(), Deed(), Modified(Common("place", false), false), Modified(Common("deed", false), false), Pact()));
                if (Maybe(0.25)) verb.After(Obl, With(Adp(Any("on", "with", "against", "for")), Party(1)));
                break;
            case "parted":
                if (!passive) verb.After(Obj, Maybe(0.5) ? Thing(1) : Modified(Common("deed", false), false));
                if (Maybe(0.4)) verb.After(Obl, With(Adp("to"), Party(1)));
                break;
            default:
                if (Maybe(0.6)) verb.After(Obl, With(Adp(Any("in", "to", "from", "for", "with", "at", "on behalf of")), Maybe(0.5) ? Party(1) : Modified(Common("place", false), false)));
                break;
        }
    }

    /// <summary>Time and place behind a clause.</summary>
    void Adjuncts(Node verb)
    {
        if (Maybe(0.3)) verb.After(Obl, With(Adp(Any("in", "near", "at", "off", "along", "across", "during")), Maybe(0.5) ? new(Any("country"), "PROPN/NNP") : Modified(Common("place", false), false)));
        if (Maybe(0.4)) Time(verb);
    }

    void Time(Node verb)
    {
        switch (random.Next(6))
        {
            case 0 or 1: verb.After(Obl, With(Adp("on"), new(Any("day"), "PROPN/NNP"))); break;
            case 2: verb.After(OblUnmarked, new Node(Any("month", "week", "year", "night"), "NOUN/NN").Before(Amod, new(Any("last", "next", "last"), "ADJ/JJ"))); break;
            case 3: verb.After(Obl, With(Adp(Any("in", "since", "before", "by")), Maybe(0.5) ? new(Any("2019", "2022", "2008"), "NUM/CD") : new(Any("month"), "PROPN/NNP"))); break;
            case 4: verb.After(Obl, With(Adp(Any("since", "in")), new Node(Any("month"), "PROPN/NNP").Before(Amod, new(Any("early", "late"), "ADJ/JJ")))); break;
            default: verb.After(Obl, With(Adp(Any("for", "within", "after")), new Node(Any("years", "weeks", "months", "days"), "NOUN/NNS").Before(Nummod, Number()))); break;
        }
    }

    string Kind() => Any("give", "give", "with", "get", "get", "hit", "hit", "hit", "handle", "handle", "go", "double", "parted");

    Node VerbOf(string kind, Func<string[], Node> form)
    {
        var verb = Verb(kind);
        var node = form(verb);
        if (kind == "parted") node.After(CompoundPrt, new(verb[5], "ADP/RP"));
        return node;
    }

    /// <summary>A clause with subject, verb and what follows.</summary>
    Node Clause(int depth = 0, Node? subject = null)
    {
        var choice = depth > 1 ? random.Next(6) : random.Next(14);
        var plural = Maybe(0.4);
        subject ??= Maybe(0.12) ? new(Any("it", "he", "they", "she"), "PRON/PRP") : Maybe(0.13) ? Deed() : Party(depth > 0 ? 1 : 0);
        Node verb;
        switch (choice)
        {
            case < 5:
                var kind = Kind();
                verb = VerbOf(kind, v => Finite(v, plural)).First(Nsubj, subject);
                Complements(verb, kind, false);
                Adjuncts(verb);
                break;
            case 5:
                return Passive(plural);
            case 6:
                verb = Finite(Verb("intend"), plural).First(Nsubj, subject).After(Xcomp, Infinitive());
                break;
            case 7:
                var passto = Verb("passto");
                verb = Finite(passto, plural, passive: true).First(NsubjPass, subject).After(Xcomp, Infinitive(perfect: Maybe(0.3)));
                break;
            case 8:
                verb = Finite(Verb("urge"), plural).First(Nsubj, subject).After(Obj, Party(1)).After(Xcomp, Infinitive());
                break;
            case 9:
                var accuse = Verb("ofing");
                var passive = Maybe(0.3);
                verb = Finite(accuse, plural, passive).First(passive ? NsubjPass : Nsubj, subject);
                if (!passive) verb.After(Obj, Party(1));
                verb.After(Advcl, Gerund().First(Mark, new(accuse[5], "SCONJ/IN")));
                break;
            case 10:
                verb = Finite(Verb("ing"), plural).First(Nsubj, subject).After(Xcomp, Gerund());
                break;
            case 11:
                verb = Finite(Verb("say"), plural).First(Nsubj, subject);
                if (Maybe(0.25)) Time(verb);
                verb.After(Ccomp, Maybe(0.8) ? Clause(depth + 1).First(Mark, That()) : Clause(depth + 1));
                break;
            case 12:
                return Copular(subject, plural);
            default:
                var adjective = new Node(Any("ready", "desperate", "set", "due", "able", "likely", "unable", "willing"), "ADJ/JJ");
                verb = adjective.First(Nsubj, subject).Before(Cop, new(plural ? "are" : "is", plural ? "AUX/VBP" : "AUX/VBZ")).After(Xcomp, Infinitive());
                break;
        }
        return verb;
    }

    Node Passive(bool plural)
    {
        var kind = Any("give", "get", "hit", "handle", "parted");
        var subject = kind is "hit" ? Party() : kind == "handle" ? Maybe(0.5) ? Deed() : Thing() : Thing();
        var verb = VerbOf(kind, v => Finite(v, plural, passive: true)).First(NsubjPass, subject);
        Complements(verb, kind, true);
        if (Maybe(0.55)) verb.After(OblAgent, With(Adp("by"), Party()));
        Adjuncts(verb);
        return verb;
    }

    Node Copular(Node subject, bool plural)
    {
        var noun = new Node(Any("front", "subsidiary", "agent", "proxy", "representative", "supplier", "owner", "member", "ally", "critic", "shareholder", "leader"), "NOUN/NN");
        if (Maybe(0.3)) noun.Before(Amod, new(Any("adj"), "ADJ/JJ"));
        noun.First(Relation.Det, new(Any("a", "the"), "DET/DT"));
        if (Maybe(0.75)) noun.First(Cop, new(plural ? "are" : "is", plural ? "AUX/VBP" : "AUX/VBZ"));
        else if (Maybe(0.5)) noun.First(Cop, new("be", "AUX/VB")).First(Aux, new(Any("may", "could", "would"), "AUX/MD"));
        else noun.First(Cop, new("was", "AUX/VBD"));
        return noun.First(Nsubj, subject).After(Nmod, With(Adp(Any("for", "of", "of")), Party(1)));
    }

    Node Infinitive(bool perfect = false)
    {
        var kind = Kind();
        var verb = perfect ? VerbOf(kind, v => new(v[3], "VERB/VBN")).First(Aux, new("have", "AUX/VB")).First(Mark, To()) : VerbOf(kind, v => new(v[0], "VERB/VB")).First(Mark, To());
        Complements(verb, kind, false);
        Adjuncts(verb);
        return verb;
    }

    Node Gerund()
    {
        var kind = Kind();
        var verb = VerbOf(kind, v => new(v[4], "VERB/VBG"));
        Complements(verb, kind, false);
        Adjuncts(verb);
        return verb;
    }

    /// <summary>"carried by the tanker", "made in Iran".</summary>
    Node Participle()
    {
        var kind = Any("give", "get", "handle");
        var verb = VerbOf(kind, v => new(v[3], "VERB/VBN"));
        if (kind == "give" && Maybe(0.6)) verb.After(Obl, With(Adp("to"), Party(1)));
        if (kind == "get" && Maybe(0.4)) verb.After(Obl, With(Adp("from"), Party(1)));
        if (Maybe(0.7)) verb.After(OblAgent, With(Adp("by"), Party(1)));
        if (Maybe(0.2)) Time(verb);
        return verb;
    }

    Node Relative(bool person)
    {
        var kind = Kind();
        var pronoun = person && Maybe(0.5) ? new Node("who", "PRON/WP") : new Node(Any("which", "that"), "PRON/WDT");
        if (Maybe(0.25) && !person)
        {
            // "that it supplied to Russia"
            var taken = VerbOf("give", v => Finite(v, false)).First(Nsubj, Party(1));
            if (Maybe(0.7)) taken.First(Obj, pronoun);
            if (Maybe(0.5)) taken.After(Obl, With(Adp("to"), Party(1)));
            return taken;
        }
        if (Maybe(0.3))
        {
            var passive = VerbOf("hit", v => Finite(v, false, passive: true)).First(NsubjPass, pronoun);
            if (Maybe(0.4)) Time(passive);
            if (Maybe(0.6)) passive.After(OblAgent, With(Adp("by"), Party(1)));
            return passive;
        }
        var verb = VerbOf(kind, v => Finite(v, false)).First(Nsubj, pronoun);
        Complements(verb, kind, false);
        if (Maybe(0.3)) Time(verb);
        if (Maybe(0.2)) verb.After(Advcl, Clause(2).First(Mark, new(Any("after", "when", "because"), "SCONJ/IN")));
        return verb;
    }

    // ---- sentences ----
    Node Sentence()
    {
        var choice = random.Next(20);
        Node root;
        switch (choice)
        {
            case < 8:
                root = Clause();
                if (Maybe(0.12)) root.After(Advcl, Gerund().First(Punct, Comma()));
                if (Maybe(0.15)) root.After(Advcl, Clause(2).First(Mark, new(Any("if", "after", "because", "before", "unless", "while", "when", "as"), "SCONJ/IN")));
                if (Maybe(0.08)) root.After(Advcl, Gerund().First(Mark, new(Any("by", "without", "after", "before"), "SCONJ/IN")));
                if (Maybe(0.12)) root.After(Conj, SecondVerb());
                else if (Maybe(0.1)) root.After(Conj, Clause(1).First(Cc, Maybe(0.5) ? And() : new("but", "CCONJ/CC")).First(Punct, Comma()));
                break;
            case < 11:
                // "..., the ministry said on Monday."
                root = Finite(Verb("say"), false);
                root.First(Nsubj, Speaker()).First(Punct, Comma()).First(Ccomp, Clause(1));
                if (Maybe(0.15)) root.After(Iobj, new(Any("reporters", "lawmakers", "parliament"), "NOUN/NNS"));
                if (Maybe(0.35)) Time(root);
                break;
            case 11:
                var quoted = Clause(1).First(Punct, new("\"", "PUNCT/``"));
                root = new Node(Any("said", "told"), "VERB/VBD").First(Nsubj, Speaker()).First(Punct, new("\"", "PUNCT/''")).First(Punct, Comma()).First(Ccomp, quoted);
                if (Maybe(0.3)) Time(root);
                if (Maybe(0.2)) root.After(Advcl, Gerund().First(Punct, Comma()));
                break;
            case 12:
                // "..., according to the ministry."
                root = Clause(1).After(Obl, Speaker().First(Case, new Node("according", "VERB/VBG").After(Fixed, new("to", "ADP/IN"))).First(Punct, Comma()));
                break;
            case 13:
                // "If X does this, Y will do that."
                root = Clause(1);
                root.First(Punct, Comma()).First(Advcl, Clause(2).First(Mark, new(Any("If", "After", "When", "Although", "Before", "Unless", "While"), "SCONJ/IN")));
                break;
            case 14:
                root = Clause(1);
                if (Maybe(0.5)) root.First(Punct, Comma()).First(Obl, With(Adp(Any("In", "On", "Since", "At", "Between")), Maybe(0.5) ? new(Any("country"), "PROPN/NNP") : new(Any("day"), "PROPN/NNP")));
                else root.First(Punct, Comma()).First(Advcl, FoundGuilty());
                break;
            case 15:
                // A headline.
                var kind = Any("hit", "handle", "give", "get");
                root = VerbOf(kind, v => new(v[1], "VERB/VBZ")).First(Nsubj, Maybe(0.7) ? new(Any("country"), "PROPN/NNP") : Modified(Common("body", false), false, 0.3, bare: true));
                Complements(root, kind, false);
                return Capital(root);
            case 16:
                // A question.
                var asked = Kind();
                root = VerbOf(asked, v => Maybe(0.5) ? new(v[0], "VERB/VB") : new(v[3], "VERB/VBN"));
                root.First(Nsubj, Party(1)).First(Aux, new(root.Tag == "VERB/VB" ? Any("Did", "Will", "Could") : Any("Has", "Have"), root.Tag == "VERB/VB" ? "AUX/VBD" : "AUX/VBZ"));
                Complements(root, asked, false);
                return Capital(root.After(Punct, new("?", "PUNCT/.")));
            case 17:
                // "It is unclear whether ...", "Whether ... is not known."
                if (Maybe(0.6))
                    root = new Node(Any("unclear", "unknown", "likely", "untrue", "possible"), "ADJ/JJ").Before(Expl, new("it", "PRON/PRP")).Before(Cop, new("is", "AUX/VBZ"))
                        .After(Csubj, Clause(1).First(Mark, new(Any("whether", "that"), "SCONJ/IN")));
                else
                    root = new Node("known", "VERB/VBN").Before(CsubjPass, Clause(2).First(Mark, new("whether", "SCONJ/IN"))).Before(AuxPass, new("is", "AUX/VBZ")).Before(Advmod, new("not", "PART/RB"));
                break;
            case 18:
                // "has yet to", "is to"
                var to = Infinitive();
                if (Maybe(0.6)) root = new Node("has", "VERB/VBZ").Before(Nsubj, Party(1)).After(Advmod, new("yet", "ADV/RB")).After(Xcomp, to);
                else root = to.First(Cop, new("is", "AUX/VBZ")).First(Nsubj, Party(1));
                if (Maybe(0.2)) root.After(Punct, Comma()).After(Parataxis, new Node("said", "VERB/VBD").Before(Nsubj, Speaker()));
                break;
            default:
                // "... struck a camp, two days after the group attacked guards."
                root = Clause(1).After(Advcl, Clause(2).First(Mark, new("after", "SCONJ/IN")).First(OblUnmarked, new Node("days", "NOUN/NNS").Before(Nummod, Number())).First(Punct, Comma()));
                break;
        }
        return Capital(root.After(Punct, new(".", "PUNCT/.")));
    }

    Node SecondVerb()
    {
        var kind = Kind();
        var verb = VerbOf(kind, v => new(v[2], "VERB/VBD")).First(Cc, And());
        Complements(verb, kind, false);
        Adjuncts(verb);
        return verb;
    }

    Node FoundGuilty()
    {
        var verb = VerbOf(Any("hit", "handle"), v => new(v[3], "VERB/VBN"));
        if (Maybe(0.5)) verb.After(OblAgent, With(Adp("by"), Party(1)));
        else verb.After(Obl, With(Adp(Any("of", "for", "in", "with")), Common("thing", true)));
        return verb;
    }

    Node Speaker() => random.Next(4) switch
    {
        0 => Name(1),
        1 => Modified(Common("people", true), true, 0.3, bare: true),
        2 => Modified(Common("person", false), false, 0.35),
        _ => Modified(Common("body", false), false, 0.3),
    };

    static Node Capital(Node root)
    {
        var first = root.FirstWord();
        if (first.Word.Length > 0) first.Word = char.ToUpperInvariant(first.Word[0]) + first.Word[1..];
        return root;
    }
}
