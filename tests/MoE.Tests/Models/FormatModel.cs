using System;
using System.Collections.Generic;
using System.IO;

namespace MoE.Tests.Models;

/// <summary>A model that is not trained, with its file.</summary>
internal sealed class FormatModel<T>(T model) : Model<T>(model), IFormatModel
    where T : IMixtureOfExperts<T>
{
    public byte[] Save()
    {
        using MemoryStream stream = new();
        Inner.Save(stream);
        return stream.ToArray();
    }

    public void PredictExpert(int expert, ReadOnlySpan<float> inputs, Span<float> outputs) => Inner.PredictExpert(expert, inputs, outputs);

    public override LossReport ComputeGradients(float[] inputs, float[] targets, out Dictionary<string, float[]> gradients) => throw new NotSupportedException();

    public override FitReport Fit(float[] inputs, float[] targets, FitOptions options) => throw new NotSupportedException();

    public override Evaluation Evaluate(float[] inputs, float[] targets) => throw new NotSupportedException();
}
