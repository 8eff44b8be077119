using System.Collections.Generic;
using System.Linq;

namespace MoE.Specification;

/// <summary>The enum of a classifier.</summary>
/// <param name="EnumType">The fully qualified name, with global::.</param>
/// <param name="Members">The members' names, in declaration order.</param>
/// <param name="Aliases">Members whose value another member already has.</param>
/// <param name="IsEnum">Whether it is one, of types that exist: else the compiler speaks, too.</param>
public sealed record ClassifierSpec(
    string EnumType, EquatableArray<string> Members, EquatableArray<string> Aliases, bool IsEnum, bool IsFlags, bool IsLessVisible)
{
    /// <summary>The enum's name as the user would say it.</summary>
    public string ShortName => EnumType.Replace("global::", "");

    /// <summary>The members that code can name: one that is declared twice is ambiguous, which the compiler reports.</summary>
    public IEnumerable<string> Nameable => Members.GroupBy(member => member).Where(group => group.Count() == 1).Select(group => group.Key);
}
