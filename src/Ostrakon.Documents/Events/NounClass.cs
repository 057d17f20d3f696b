namespace Ostrakon.Documents.Events;

/// <summary>What a noun names: the classes of nouns.tsv, one bit each, and the unions that the frames ask for.</summary>
[Flags]
enum NounClass : ulong
{
    None = 0,
    Official = 1ul << 0, Forces = 1ul << 1, Armed = 1ul << 2, Body = 1ul << 3, Person = 1ul << 4, Vessel = 1ul << 5, Aircraft = 1ul << 6,
    Vehicle = 1ul << 7, Arms = 1ul << 8, DualUse = 1ul << 9, Technology = 1ul << 10, Oil = 1ul << 11, Coal = 1ul << 12, Minerals = 1ul << 13,
    Food = 1ul << 14, Luxury = 1ul << 15, Money = 1ul << 16, People = 1ul << 17, Goods = 1ul << 18, Measure = 1ul << 19, Help = 1ul << 20,
    Generic = 1ul << 21, Weapon = 1ul << 22, Sanctions = 1ul << 23, SanctionsList = 1ul << 24, Assets = 1ul << 25, Trade = 1ul << 26,
    Deal = 1ul << 27, Talks = 1ul << 28, Offence = 1ul << 29, Share = 1ul << 30, Property = 1ul << 31, Document = 1ul << 32, Haul = 1ul << 33,
    Office = 1ul << 34, Accusation = 1ul << 35, Proposal = 1ul << 36, Territory = 1ul << 37, Attack = 1ul << 38, Source = 1ul << 39,
    Abstract = 1ul << 40, Fighting = 1ul << 41, Computers = 1ul << 42, Bribes = 1ul << 43, Penalty = 1ul << 44,
    Curb = 1ul << 45, Tie = 1ul << 46, Protest = 1ul << 47, Honour = 1ul << 48, Paper = 1ul << 49,
    Frontier = 1ul << 50, Work = 1ul << 51,

    /// <summary>Can act.</summary>
    Actors = Official | Forces | Armed | Body | Person | Vessel,
    /// <summary>Has a class of goods of its own.</summary>
    ClassedGoods = Arms | DualUse | Technology | Oil | Coal | Minerals | Food | Luxury | Money,
    /// <summary>Can change hands.</summary>
    Things = ClassedGoods | Goods | Vessel | Aircraft,
    /// <summary>Can be asked for.</summary>
    Wanted = Things | Help,
    /// <summary>Can be deployed.</summary>
    Force = Forces | Arms | Vessel | Aircraft,
    /// <summary>Fights.</summary>
    Fighters = Forces | Armed,
    /// <summary>Can be owned by a party that news names.</summary>
    Holding = Body | Property | Vessel,
    /// <summary>Can be taken by customs and courts.</summary>
    Seizable = Haul | Things | Vehicle | Property | Document | Assets,
}
