namespace Ostrakon.Documents.Extraction.Blocks;

/// <summary>What an area of a page is by its element, class, id and role (area-roles.tsv). An area may have several.</summary>
[Flags]
enum AreaRoles
{
    None = 0,
    Article = 1 << 0,
    Body = 1 << 1,
    Main = 1 << 2,
    Comment = 1 << 3,
    Related = 1 << 4,
    Share = 1 << 5,
    Navigation = 1 << 6,
    Footer = 1 << 7,
    Header = 1 << 8,
    Side = 1 << 9,
    Advertisement = 1 << 10,
    Subscribe = 1 << 11,
    Caption = 1 << 12,
    Author = 1 << 13,
    Date = 1 << 14,
    Tags = 1 << 15,
    Consent = 1 << 16,
    Hidden = 1 << 17,
    Title = 1 << 18,
    Summary = 1 << 19,
    Widget = 1 << 20,
    Media = 1 << 21,
    Paywall = 1 << 22,
    Form = 1 << 23,
    List = 1 << 24,
    Quote = 1 << 25,
    Table = 1 << 26,
    Notes = 1 << 27,
    Teaser = 1 << 28,
    Copyright = 1 << 29,
    Post = 1 << 30,
}
