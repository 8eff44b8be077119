namespace MoE.Generators;

/// <summary>The steps of the pipeline, as incremental tests ask for them.</summary>
public static class StepNames
{
    /// <summary>Symbols to specification.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>Specification to texts.</summary>
    public const string Emit = nameof(Emit);

    /// <summary>The shapes of a model's layers, one kernel each.</summary>
    public const string Shapes = nameof(Shapes);

    /// <summary>Those of a model's kernels that no model before it has.</summary>
    public const string Kernels = nameof(Kernels);
}
