namespace MoE.Specification;

/// <summary>A type of the user's that is part of a model.</summary>
/// <param name="TypeName">The fully qualified name, with global::.</param>
/// <param name="Fault">Why generated code cannot use it; null where it can.</param>
/// <param name="IsTrainable">Whether it implements the interface that training needs, too.</param>
/// <param name="Constants">The whole numbers that it declares as public constants, of those that generated code asks for.</param>
public sealed record CustomTypeSpec(string TypeName, string? Fault, bool IsTrainable, EquatableArray<ConstantSpec> Constants)
{
    /// <summary>Whether it has state that files hold.</summary>
    public bool IsSaved { get; init; }

    /// <summary>Its name as the user would say it.</summary>
    public string ShortName => TypeName.Replace("global::", "");

    /// <summary>The value of a constant; null where it is not declared.</summary>
    public int? Constant(string name)
    {
        foreach (ConstantSpec constant in Constants)
            if (constant.Name == name)
                return constant.Value;
        return null;
    }
}

/// <summary>A public constant of a type.</summary>
public sealed record ConstantSpec(string Name, int Value);
