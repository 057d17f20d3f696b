using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// One <c>Alias</c> of the advanced XML: the same name documented in one or more scripts, each in parts whose types stand in the
/// identity's <c>NamePartGroups</c>.
/// </summary>
static class OfacAdvancedName
{
    /// <summary>Adds the names to a draft.</summary>
    public static void Read(XmlRecord alias, XmlRecord identity, OfacReferences references, OfacDraft draft)
    {
        var type = references.Text("AliasType", alias.TakeAttribute("AliasTypeID"));
        var primary = alias.TakeAttribute("Primary") == "true" && type is "Name" or null;
        var weak = alias.TakeAttribute("LowQuality") == "true";
        var partTypes = PartTypes(identity, references);
        foreach (var documented in alias.All("DocumentedName"))
        {
            var latin = true;
            var parts = new List<(string Type, string Text)>();
            foreach (var value in documented.All("DocumentedNamePart", "NamePartValue"))
            {
                latin &= references.Text("Script", value.TakeAttribute("ScriptID")) is null or "Latin";
                var partType = value.TakeAttribute("NamePartGroupID") is { } group ? partTypes.GetValueOrDefault(group) : null;
                if (value.Take() is { } text) parts.Add((partType ?? "", text));
            }
            if (parts.Count == 0) continue;
            var kind = OfacNames.KindOf(type, primary && latin, weak, latin);
            draft.Publish(type ?? "Alias", string.Join(' ', parts.Select(p => p.Text)));
            Add(parts, kind, draft);
        }
        if (alias.Take("Comment") is { } comment) draft.Fact(new("notes", comment, Note: "on a name"));
    }

    static void Add(List<(string Type, string Text)> parts, NameKind kind, OfacDraft draft)
    {
        string Join(params ReadOnlySpan<string> types)
        {
            var text = "";
            foreach (var type in types)
                foreach (var part in parts)
                    if (part.Type == type) text = text.Length == 0 ? part.Text : $"{text} {part.Text}";
            return text;
        }

        // Where there is no last name, patronymic and matronymic are the surnames, as in Spanish.
        var spanish = Join("Last Name").Length == 0;
        var family = spanish ? Join("Patronymic", "Matronymic") : Join("Last Name", "Matronymic");
        var given = spanish ? Join("First Name", "Middle Name") : Join("First Name", "Middle Name", "Patronymic");
        if (family.Length > 0 && given.Length > 0) draft.Name(family, given, kind, $"{family}, {given}");
        else if (family.Length + given.Length > 0) draft.Name(family + given, kind);
        // A birth name and a nickname are names of their own.
        if (Join("Maiden Name") is { Length: > 0 } maiden)
            if (given.Length > 0) draft.Name(maiden, given, NameKind.Former, $"{maiden}, {given}");
            else draft.Name(maiden, NameKind.Former);
        if (Join("Nickname") is { Length: > 0 } nickname) draft.Name(nickname, family.Length + given.Length > 0 ? NameKind.WeakAlias : kind);
        string[] known = ["Last Name", "First Name", "Middle Name", "Patronymic", "Matronymic", "Maiden Name", "Nickname"];
        var others = string.Join(' ', parts.Where(p => !known.Contains(p.Type)).Select(p => p.Text));
        if (others.Length > 0) draft.Name(others, kind);
    }

    static Dictionary<string, string> PartTypes(XmlRecord identity, OfacReferences references)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in identity.All("NamePartGroups", "MasterNamePartGroup").SelectMany(m => m.All("NamePartGroup")))
            if (group.TakeAttribute("ID") is { } id && references.Text("NamePartType", group.TakeAttribute("NamePartTypeID")) is { } type) types[id] = type;
        return types;
    }
}
