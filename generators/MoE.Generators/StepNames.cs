namespace MoE.Generators;

/// <summary>The steps of the pipeline, as incremental tests ask for them.</summary>
public static class StepNames
{
    /// <summary>Symbols to specification.</summary>
    public const string Parse = nameof(Parse);
}
