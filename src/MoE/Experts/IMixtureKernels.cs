using System;
using System.ComponentModel;
using MoE.Experts.Forests;
using MoE.Routing;
using MoE.Sequences;

namespace MoE.Experts;

/// <summary>The kernels that the compiler wrote for a mixture, as the drivers over many rows call them.</summary>
/// <remarks>
/// Rows that kernels read or write lie one stride apart, and kernels may touch up to three rows after the last one: they
/// work in groups of four.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMixtureKernels
{
    /// <summary>The mixture's sizes.</summary>
    MixtureShape Shape { get; }

    /// <summary>How rows find their experts.</summary>
    Router Router { get; }

    /// <summary>The first of the mixture's parameters.</summary>
    ref float Parameters { get; }

    /// <summary>The same mixture of sparse rows; null where the model was not declared to take them.</summary>
    IMixtureKernels? ForSparseRows => null;

    /// <summary>The forest that an expert is; null for any other.</summary>
    ForestExpert? Forest(int expert) => null;

    /// <summary>The experts that see every row of a sequence.</summary>
    ReadOnlySpan<SequenceExpert> SequenceExperts => [];

    /// <summary>One row of Inputs columns -> one row of Outputs, the caller's own; nothing behind them is touched.</summary>
    void PredictRow(ReadOnlySpan<float> inputs, Span<float> outputs) => MixturePredictor.Predict(this, inputs, outputs, rows: 1, threads: 1);

    /// <summary>The router's layer: rows x InputStride -> rows x LogitStride logits. Does nothing where the router has none.</summary>
    void Gate(ref float inputs, ref float logits, int rows);

    /// <summary>One expert, or the shared one: rows x InputStride -> rows x OutputStride, unweighted; at most ExpertRows rows.</summary>
    void RunExpert(int expert, ref float inputs, ref float outputs, int rows, ref float scratch);
}
