using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace MoE.Tests.Models;

internal sealed class ClassifierModel<T, TClass>(T model) : Model<T>(model)
    where T : IClassifier<T, TClass>
    where TClass : struct, Enum
{
    // In the order of declaration, which Enum.GetValues does not keep.
    private static readonly TClass[] _classes =
        [.. typeof(TClass).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (TClass)field.GetValue(null)!)];

    public override LossReport ComputeGradients(float[] inputs, float[] targets, out Dictionary<string, float[]> gradients)
    {
        Gradients room = Inner.CreateGradients();
        LossReport loss = Inner.ComputeGradients(inputs, Labels(targets), room);
        gradients = Read(room);
        return loss;
    }

    public override FitReport Fit(float[] inputs, float[] targets, FitOptions options) => Inner.Fit(inputs, Labels(targets), options);

    public override Evaluation Evaluate(float[] inputs, float[] targets) => Inner.Evaluate(inputs, Labels(targets));

    private static TClass[] Labels(float[] indices) => [.. indices.Select(index => _classes[(int)index])];
}
