using System;

namespace MoE;

/// <summary>
/// Makes the model a block with a residual: <c>y = x + mixture(norm(x))</c>, a norm in front and the row itself added behind (Xiong et al., "On
/// Layer Normalization in the Transformer Architecture", 2020). It maps rows to rows of the same width, so outputs are inputs. Parameters:
/// <c>norm.*</c>, and all others under <c>moe.</c>
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResidualBlockAttribute : Attribute
{
    /// <summary>The norm in front of the mixture. Default: <see cref="Norm.LayerNorm"/>.</summary>
    public Norm Norm { get; set; } = Norm.LayerNorm;

    /// <summary>What the norm adds to the variance or mean square, above 0 and finite. Default: 1E-05.</summary>
    public double NormEpsilon { get; set; } = 1e-5;
}
