namespace Ostrakon.Index;

/// <summary>The comparable facts of all parties, read in place from the mapped file.</summary>
readonly ref struct FactIndex(SnapshotFile file)
{
    readonly ReadOnlySpan<FactRecord> records = file.Section<FactRecord>("facts");
    readonly ReadOnlySpan<DateRecord> dates = file.Section<DateRecord>("facts.dates");
    readonly ReadOnlySpan<ushort> countries = file.Section<ushort>("facts.countries");
    readonly ReadOnlySpan<IdentifierRecord> identifiers = file.Section<IdentifierRecord>("facts.ids");

    /// <summary>Identifiers to the parties that have them.</summary>
    public KeyMap Owners { get; } = new(file, "id");

    public SchemaGroup Schema(int party) => records[party].Schema;
    public ReadOnlySpan<DateRecord> BirthDates(int party) => dates.Slice(records[party].FirstDate, records[party].DateCount);
    public ReadOnlySpan<ushort> Countries(int party) => countries.Slice(records[party].FirstCountry, records[party].CountryCount);
    public ReadOnlySpan<IdentifierRecord> Identifiers(int party) => identifiers.Slice(records[party].FirstIdentifier, records[party].IdentifierCount);
}
