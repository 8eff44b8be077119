namespace MoE.Specification;

/// <summary>The enum of a classifier.</summary>
/// <param name="EnumType">The fully qualified name, with global::.</param>
/// <param name="Members">The members' names, in declaration order.</param>
/// <param name="Aliases">Members whose value another member already has.</param>
public sealed record ClassifierSpec(
    string EnumType, EquatableArray<string> Members, EquatableArray<string> Aliases, bool IsFlags, bool IsLessVisible);
