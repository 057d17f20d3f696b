using System.Runtime.InteropServices;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>Where the comparable facts of a party stand.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct FactRecord(int FirstDate, int FirstCountry, int FirstIdentifier, ushort DateCount, ushort CountryCount, ushort IdentifierCount, SchemaGroup Schema, byte Spare);

/// <summary>A birth date as day numbers.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct DateRecord(int From, int To, int Approximate)
{
    public static DateRecord Of(PartialDate date) => new(date.From.DayNumber, date.To.DayNumber, date.Approximate ? 1 : 0);

    public PartialDate Date => new(DateOnly.FromDayNumber(From), DateOnly.FromDayNumber(To), Approximate != 0);
}

/// <summary>An identifier of a party.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct IdentifierRecord(uint Hash, IdentifierKind Kind);

/// <summary>What a party is, as far as two of them can be told apart by it.</summary>
enum SchemaGroup : byte { Any, Person, Organisation, Vessel, Aircraft, Wallet }

static class SchemaGroups
{
    public static SchemaGroup Of(string? schema) => schema switch
    {
        "Person" => SchemaGroup.Person,
        "Organization" or "Company" or "PublicBody" => SchemaGroup.Organisation,
        "Vessel" => SchemaGroup.Vessel,
        "Airplane" => SchemaGroup.Aircraft,
        "CryptoWallet" => SchemaGroup.Wallet,
        _ => SchemaGroup.Any,
    };
}
