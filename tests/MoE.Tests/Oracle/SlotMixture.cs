using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Models;

namespace MoE.Tests.Oracle;

/// <summary>A mixture with slots in double, one sequence at a time, as the paper writes it (Puigcerver et al., 2023, section 2.1).</summary>
internal sealed class SlotMixture
{
    private readonly IExpert[] _experts;
    private readonly SharedExpert _shared;
    private readonly int _slots;
    private readonly int _outputs;

    public SlotMixture(IModel model)
    {
        Parameters = model.Parameters.ToDictionary(tensor => tensor.Name, tensor => model.Get(tensor.Name).Select(value => (double)value).ToArray());
        object[] attributes = model.Type.GetCustomAttributes(false);
        _slots = attributes.OfType<SlotGatingAttribute>().Single().SlotsPerExpert;
        _outputs = model.Outputs;
        _experts = Experts.Of(attributes, _outputs, Parameters);
        _shared = SharedExpert.Of(attributes, _outputs);
    }

    /// <summary>The parameters, for a test to move one of them.</summary>
    public Dictionary<string, double[]> Parameters { get; }

    public double[][] Predict(double[][] rows)
    {
        int slots = _experts.Length * _slots;
        double[][] logits = [.. rows.Select(row => Enumerable.Range(0, slots).Select(slot => Parameters["scale"][0] * Unit(row).Zip(Unit(Centre(row.Length, slot)), (x, y) => x * y).Sum()).ToArray())];
        double[][] said = [.. Enumerable.Range(0, slots).Select(slot =>
        {
            double[] shares = Layers.Softmax([.. logits.Select(row => row[slot])]);
            double[] mixed = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Zip(shares, (row, share) => share * row[column]).Sum())];
            return _experts[slot / _slots].Run(Parameters, mixed);
        })];
        return [.. logits.Zip(rows, (scores, row) =>
        {
            double[] shares = Layers.Softmax(scores), shared = _shared.Run(Parameters, row);
            return Enumerable.Range(0, _outputs).Select(column => shared[column] + said.Zip(shares, (slot, share) => share * slot[column]).Sum()).ToArray();
        })];
    }

    /// <summary>The mean squared error over sequences of some rows.</summary>
    public double Loss(double[][] rows, int length, double[][] targets) =>
        rows.Chunk(length).SelectMany(Predict).Zip(targets, (output, target) => output.Zip(target, (y, t) => (y - t) * (y - t)).Average()).Average();

    private double[] Centre(int inputs, int slot) => [.. Enumerable.Range(0, inputs).Select(column => Parameters["mu"][(column * _experts.Length * _slots) + slot])];

    private static double[] Unit(double[] row)
    {
        double length = Math.Sqrt(row.Sum(value => value * value) + 1e-6);
        return [.. row.Select(value => value / length)];
    }
}
