namespace MoE.Specification;

/// <summary>A name, or null; a rule over all names of the model judges it.</summary>
public sealed class NameArgument(string name) : Argument(name, null)
{
    public override string Kind => "C# identifier";

    private protected override object? Convert(object? constant) => constant as string;
}
