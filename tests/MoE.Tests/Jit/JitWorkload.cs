using System;
using MoE.Tests.Models;

namespace MoE.Tests.Jit;

/// <summary>Runs everything of some models once, so that the JIT compiles it; or a method that is over the JIT's budget.</summary>
internal static class JitWorkload
{
    public const string Planted = "planted";

    public static void Run(string[] names)
    {
        foreach (string name in names)
        {
            if (name == Planted)
                OversizedMethod.Call();
            else
                Use(Shapes.Create(name));
        }
    }

    private static void Use(IModel model)
    {
        const int Rows = 200;
        float[] inputs = SampleData.Inputs(model, Rows), targets = SampleData.Targets(model, Rows);
        model.Predict(inputs.AsSpan(0, model.Inputs), new float[model.Outputs], 1);
        model.Predict(inputs, new float[Rows * model.Outputs], 1);
        model.Predict(inputs, new float[Rows * model.Outputs], 2);
        model.Route(inputs, new int[Rows * model.TopK], new float[Rows * model.TopK]);
        model.Fit(inputs, targets, new FitOptions { Epochs = 1, ClipNorm = 1, ValidationFraction = 0.2 });
        model.ComputeGradients(inputs, targets, out _);
        model.Evaluate(inputs, targets);
    }
}
