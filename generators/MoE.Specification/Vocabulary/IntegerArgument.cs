namespace MoE.Specification;

/// <summary>A whole number that a rule over the whole model judges.</summary>
public sealed class IntegerArgument(string name, int fallback) : Argument(name, fallback)
{
    public override string Kind => "whole number";

    private protected override object? Convert(object? constant) => constant is int value ? value : Default;
}
