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
    private readonly IExpert[] _experts;
    private readonly SharedExpert _shared;
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
        _experts = Experts.Of(attributes, _outputs);
        _shared = SharedExpert.Of(attributes, _outputs);
        _gating = Gatings.Of(attributes, _experts.Length, _topK);
    }

    /// <summary>The parameters, for a test to move one of them.</summary>
    public Dictionary<string, double[]> Parameters => _parameters;

    public double[] Predict(double[] row) => Mix(row, Route(row));

    /// <summary>The chosen experts, best first, and their weights.</summary>
    public Route Route(double[] row) => _gating.Of(_parameters, row);

    /// <summary>The task loss and the router's weighted losses over all rows.</summary>
    public double Loss(double[][] rows, double[][] targets)
    {
        double task = 0;
        Route[] routes = [.. rows.Select(Route)];
        for (int row = 0; row < rows.Length; row++)
        {
            double[] output = Mix(rows[row], routes[row]);
            task += _classifies
                ? -Math.Log(Layers.Softmax(output)[(int)targets[row][0]])
                : output.Zip(targets[row], (left, right) => (left - right) * (left - right)).Sum() / _outputs;
        }

        LoadBalance balance = _training.LoadBalance == LoadBalance.Auto ? _gating.IsBalanced ? LoadBalance.Switch : LoadBalance.None : _training.LoadBalance;
        return (task / rows.Length)
            + (_training.LoadBalanceWeight * Balances.Of(balance, routes, _experts.Length))
            + (_training.RouterZLossWeight == 0 ? 0 : _training.RouterZLossWeight * Balances.Z(routes));
    }

    private double[] Mix(double[] row, Route route)
    {
        double[] output = _shared.Run(_parameters, row);
        foreach ((int expert, double weight) in route.Experts.Zip(route.Weights))
        {
            double[] values = _experts[expert].Run(_parameters, row);
            for (int column = 0; column < output.Length; column++)
                output[column] += weight * values[column];
        }

        return output;
    }
}
