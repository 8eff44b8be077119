using System.Collections.Generic;

namespace MoE.Tests.Sequences;

/// <summary>A mixer in double, written as its formula reads.</summary>
internal interface IMixerReference
{
    /// <summary>One sequence, [rows x width].</summary>
    double[] Run(IReadOnlyDictionary<string, double[]> parameters, double[] x);
}
