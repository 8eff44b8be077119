using System.ComponentModel;

namespace MoE.Experts;

/// <summary>The kernels that the compiler wrote for a model, as the drivers over many rows call them.</summary>
/// <remarks>
/// Rows that kernels read or write lie one stride apart, and kernels may touch up to three rows after the last one: they
/// work in groups of four.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMixtureKernels
{
    /// <summary>The model's sizes.</summary>
    MixtureShape Shape { get; }

    /// <summary>What divides the logits.</summary>
    float Temperature { get; }

    /// <summary>The router: rows x InputStride -> rows x LogitStride, undivided.</summary>
    void Gate(ref float inputs, ref float logits, int rows);

    /// <summary>One expert: rows x InputStride -> rows x OutputStride, unweighted; at most ExpertRows rows.</summary>
    void RunExpert(int expert, ref float inputs, ref float outputs, int rows, ref float scratch);
}
