using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using MoE.Tests.Models;

namespace MoE.Tests.Processes;

/// <summary>What every shape computes, for processes to compare.</summary>
internal sealed class ModelResults
{
    private const int Rows = 120;

    private ModelResults(SortedDictionary<string, float[]> values) => Values = values;

    /// <summary>By shape and what was computed, such as <c>TwoKinds Predict</c>.</summary>
    public SortedDictionary<string, float[]> Values { get; }

    public static ModelResults Of(SortedDictionary<string, float[]> values) => new(values);

    public static ModelResults Compute()
    {
        SortedDictionary<string, float[]> values = new(StringComparer.Ordinal);
        foreach (ModelFactory shape in Shapes.All.Concat(Shapes.Whole).Concat(Shapes.Grown))
        {
            IModel model = Shapes.Create(shape.Name);
            float[] inputs = SampleData.Inputs(model, Rows), targets = SampleData.Targets(model, Rows);

            float[] outputs = new float[Rows * model.Outputs];
            model.Predict(inputs, outputs, 1);
            values[shape.Name + " Predict"] = outputs;

            int[] experts = new int[Rows * model.TopK];
            float[] weights = new float[Rows * model.TopK];
            model.Route(inputs, experts, weights);
            values[shape.Name + " Route"] = [.. weights, .. experts.Select(expert => (float)expert)];

            LossReport loss = model.ComputeGradients(inputs, targets, out Dictionary<string, float[]> gradients);
            values[shape.Name + " Gradients"] = [(float)loss.Task, (float)loss.LoadBalance, .. gradients.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value)];

            model.Fit(inputs, targets, new FitOptions { Epochs = 2, BatchSize = 50, LearningRate = 0.01, Seed = 5 });
            float[] trained = new float[Rows * model.Outputs];
            model.Predict(inputs, trained, 1);
            values[shape.Name + " Trained"] = trained;
            values[shape.Name + " Fit"] = [.. model.Parameters.SelectMany(tensor => model.Get(tensor.Name))];
        }

        return new ModelResults(values);
    }

    /// <summary>What the shapes of each weight format predict, one row at a time and all together.</summary>
    public static ModelResults OfFormats()
    {
        SortedDictionary<string, float[]> values = new(StringComparer.Ordinal);
        foreach (FormatShape shape in FormatShapes.All)
        {
            IModel model = shape.Create(11);
            float[] inputs = SampleData.Inputs(model, Rows), outputs = new float[Rows * model.Outputs], alone = new float[Rows * model.Outputs];
            model.Predict(inputs, outputs, 1);
            for (int row = 0; row < Rows; row++)
                model.Predict(inputs.AsSpan(row * model.Inputs, model.Inputs), alone.AsSpan(row * model.Outputs, model.Outputs), 1);
            values[shape.Name + " Predict"] = [.. outputs, .. alone];
        }
        return new ModelResults(values);
    }

    public void Write(Stream stream)
    {
        using BinaryWriter writer = new(stream);
        foreach ((string name, float[] values) in Values)
        {
            writer.Write(name);
            writer.Write(values.Length);
            writer.Write(MemoryMarshal.AsBytes<float>(values));
        }
    }

    public static ModelResults Read(Stream stream)
    {
        SortedDictionary<string, float[]> results = new(StringComparer.Ordinal);
        using BinaryReader reader = new(stream);
        while (stream.Position < stream.Length)
        {
            string name = reader.ReadString();
            float[] values = new float[reader.ReadInt32()];
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            results[name] = values;
        }

        return new ModelResults(results);
    }
}
