namespace MoE.Specification;

/// <summary>Yes or no.</summary>
public sealed class FlagArgument(string name, bool fallback) : Argument(name, fallback)
{
    public override string Kind => "true or false";

    private protected override object? Convert(object? constant) => constant is bool value ? value : Default;
}
