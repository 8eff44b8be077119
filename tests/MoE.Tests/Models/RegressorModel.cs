using System.Collections.Generic;

namespace MoE.Tests.Models;

internal sealed class RegressorModel<T>(T model) : Model<T>(model)
    where T : IRegressor<T>
{
    public override LossReport ComputeGradients(float[] inputs, float[] targets, out Dictionary<string, float[]> gradients)
    {
        Gradients room = Inner.CreateGradients();
        LossReport loss = Inner.ComputeGradients(inputs, targets, room);
        gradients = Read(room);
        return loss;
    }

    public override FitReport Fit(float[] inputs, float[] targets, FitOptions options) => Inner.Fit(inputs, targets, options);

    public override Evaluation Evaluate(float[] inputs, float[] targets) => Inner.Evaluate(inputs, targets);
}
