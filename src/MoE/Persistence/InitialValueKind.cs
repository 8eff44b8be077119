namespace MoE.Persistence;

/// <summary>The rules by which fresh tensors are filled.</summary>
internal enum InitialValueKind
{
    /// <summary>One value everywhere.</summary>
    Constant,

    /// <summary>Uniform around zero, by the number of inputs.</summary>
    Uniform,

    /// <summary>ln(n + 1) for state n.</summary>
    StateLogarithms,

    /// <summary>The inverse softplus of a random time step.</summary>
    TimeSteps,
}
