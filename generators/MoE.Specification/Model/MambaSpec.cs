using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>The sizes of a selective state space, of a mixer as of an expert.</summary>
/// <param name="TimeStepRank">0: a sixteenth of the width, rounded up.</param>
public sealed record MambaSpec(int StateSize, int ConvolutionWidth, int Expand, int TimeStepRank)
{
    /// <summary>An attribute's arguments: what others come first, and those of the sizes.</summary>
    internal static ImmutableArray<Argument> ArgumentsAfter(params Argument[] others) => others.ToImmutableArray().AddRange(
        new SizeArgument("StateSize", 16),
        new SizeArgument("ConvolutionWidth", 4),
        new SizeArgument("Expand", 2),
        new SizeArgument("TimeStepRank", 0, mayBeLeftOut: true));

    /// <summary>The sizes that an attribute says.</summary>
    internal static MambaSpec Of(ArgumentValues values) =>
        new(values.Of<int>("StateSize"), values.Of<int>("ConvolutionWidth"), values.Of<int>("Expand"), values.Of<int>("TimeStepRank"));

    /// <summary>The sizes of its parameters; in floating point, so that no declaration overflows them.</summary>
    public IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs)
    {
        double inner = Expand * inputs, rank = TimeStepRank == 0 ? Math.Ceiling(inputs / 16) : TimeStepRank;
        return
        [
            (inputs, 2 * inner),
            (ConvolutionWidth, inner),
            (inner, rank + (2.0 * StateSize)),
            (rank, inner),
            (StateSize, inner),
            (1, inner),
            (inner, outputs),
        ];
    }
}
