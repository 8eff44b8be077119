namespace MoE.Generators.Planning;

/// <summary>An object that each expert of a shape has, beside its parameters.</summary>
/// <param name="Type">Its type, as generated code spells it; empty: the class of the nested mixture.</param>
/// <param name="Arguments">What its constructor is given; a nested mixture's is given its place.</param>
/// <param name="HoldsState">Whether files hold what it knows.</param>
internal sealed record PartPlan(string Type, string Arguments, bool HoldsState);
