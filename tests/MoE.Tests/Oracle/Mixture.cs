using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Models;

namespace MoE.Tests.Oracle;

/// <summary>
/// A mixture in double, one number after the other, put together from the attributes as reflection gives them: it
/// shares nothing with the generator.
/// </summary>
internal sealed class Mixture
{
    private readonly Dictionary<string, double[]> _parameters;
    private readonly List<IExpert> _experts = [];
    private readonly IGating _gating;
    private readonly TrainingAttribute _training;
    private readonly int _inputs, _outputs, _topK;
    private readonly bool _classifies;

    public Mixture(IModel model)
    {
        _parameters = model.Parameters.ToDictionary(tensor => tensor.Name, tensor => model.Get(tensor.Name).Select(value => (double)value).ToArray());
        object[] attributes = model.Type.GetCustomAttributes(false);
        MixtureOfExpertsAttribute declaration = attributes.OfType<MixtureOfExpertsAttribute>().Single();
        _training = attributes.OfType<TrainingAttribute>().Single();
        _classifies = declaration.Outputs == 0;
        _inputs = declaration.Inputs;
        _outputs = model.Outputs;
        _topK = model.TopK;
        foreach (object attribute in attributes)
        {
            int count = attribute switch
            {
                FeedForwardExpertAttribute feedForward => feedForward.Count,
                GatedExpertAttribute gated => gated.Count,
                _ => 0,
            };
            for (int copy = 0; copy < count; copy++)
            {
                string name = $"experts.{_experts.Count}";
                _experts.Add(attribute is FeedForwardExpertAttribute feedForward
                    ? new FeedForward(name, feedForward, _outputs)
                    : new Gated(name, (GatedExpertAttribute)attribute, _outputs));
            }
        }
        _gating = Gatings.Of(attributes, _experts.Count, _topK);
    }

    /// <summary>The parameters, for a test to move one of them.</summary>
    public Dictionary<string, double[]> Parameters => _parameters;

    public double[] Predict(double[] row) => Mix(row, Route(row));

    /// <summary>The chosen experts, best first, and their weights.</summary>
    public Route Route(double[] row) => _gating.Of(_parameters, row);

    /// <summary>The task loss and the weighted balance loss over all rows.</summary>
    public double Loss(double[][] rows, double[][] targets)
    {
        double task = 0;
        double[] counts = new double[_experts.Count], mass = new double[_experts.Count];
        for (int row = 0; row < rows.Length; row++)
        {
            Route route = Route(rows[row]);
            double[] output = Mix(rows[row], route);
            task += _classifies
                ? -Math.Log(Layers.Softmax(output)[(int)targets[row][0]])
                : output.Zip(targets[row], (left, right) => (left - right) * (left - right)).Sum() / _outputs;
            foreach (int expert in route.Experts)
                counts[expert] += 1.0 / (rows.Length * _topK);
            for (int expert = 0; expert < mass.Length; expert++)
                mass[expert] += route.Shares[expert] / rows.Length;
        }

        double balance = _training.LoadBalance == LoadBalance.None || (_training.LoadBalance == LoadBalance.Auto && !_gating.IsBalanced) ? 0
            : _training.LoadBalanceWeight * _experts.Count * counts.Zip(mass, (share, mean) => share * mean).Sum();
        return (task / rows.Length) + balance;
    }

    private double[] Mix(double[] row, Route route)
    {
        double[] output = new double[_outputs];
        foreach ((int expert, double weight) in route.Experts.Zip(route.Weights))
        {
            double[] values = _experts[expert].Run(_parameters, row);
            for (int column = 0; column < output.Length; column++)
                output[column] += weight * values[column];
        }

        return output;
    }
}
