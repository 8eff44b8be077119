using System.Linq;
using System.Text.Json;
using MoE.Tests.Models;

namespace MoE.Tests.Golden;

/// <summary>A case's steps of AdamW on all rows at once, compared with PyTorch's.</summary>
internal static class GoldenSteps
{
    /// <summary>The steps, every parameter compared.</summary>
    public static (IModel Model, FitReport Report) Take(GoldenCase golden, int steps)
    {
        (IModel model, FitReport report) = Run(golden, steps);
        foreach (TensorInfo tensor in model.Parameters.Where(tensor => golden.IsTrained(tensor.Name)))
            golden.ShouldMatch($"after_{steps}.{golden.TheirName(tensor.Name)}", model.Get(tensor.Name));
        return (model, report);
    }

    /// <summary>The steps alone.</summary>
    public static (IModel Model, FitReport Report) Run(GoldenCase golden, int steps)
    {
        IModel model = golden.Load();
        JsonElement optimizer = golden.Optimizer!.Value;
        FitReport report = model.Fit(golden.Inputs, golden.Targets, new FitOptions
        {
            Epochs = steps,
            BatchSize = golden.Rows,
            Shuffle = false,
            LearningRate = optimizer.GetProperty("lr").GetDouble(),
            WeightDecay = optimizer.GetProperty("weight_decay").GetDouble(),
            Beta1 = optimizer.GetProperty("betas")[0].GetDouble(),
            Beta2 = optimizer.GetProperty("betas")[1].GetDouble(),
            Epsilon = optimizer.GetProperty("eps").GetDouble(),
            RouterNoise = golden.Data.Has("noise") ? golden.Data.Floats("noise") : null,
        });
        return (model, report);
    }
}
