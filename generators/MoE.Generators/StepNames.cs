namespace MoE.Generators;

/// <summary>The steps of the pipeline, as incremental tests ask for them.</summary>
public static class StepNames
{
    /// <summary>Symbols to specification.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>Specification to the shapes of its layers.</summary>
    public const string Shapes = nameof(Shapes);

    /// <summary>The distinct shapes of all models, one kernel each.</summary>
    public const string Kernels = nameof(Kernels);
}
