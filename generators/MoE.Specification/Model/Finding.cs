namespace MoE.Specification;

/// <summary>A rule that a model breaks, and where: the analyzers find the syntax of it.</summary>
/// <param name="RuleId">Such as MOE0101.</param>
/// <param name="Place">The attribute and argument that are wrong.</param>
/// <param name="Arguments">For the rule's message format, invariant.</param>
public sealed record Finding(string RuleId, FindingPlace Place, EquatableArray<string> Arguments);

/// <summary>Where in the declaration: counted among the class's attributes as the compiler lists them, so free of syntax.</summary>
/// <param name="Attribute">The full metadata name of the attribute, or null for the class's name.</param>
/// <param name="Occurrence">Which attribute of that type, from 0.</param>
/// <param name="Argument">The parameter's or property's name, or null for the whole attribute.</param>
/// <param name="Element">Which element of a params argument, from 0; -1: the argument as a whole.</param>
/// <param name="Member">Without an attribute: a member that the user declares, by its name.</param>
/// <param name="Container">Without an attribute: a type around the class, counted from the outermost, from 0.</param>
public sealed record FindingPlace(
    string? Attribute = null,
    int Occurrence = 0,
    string? Argument = null,
    int Element = -1,
    string? Member = null,
    int Container = -1);
