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
    private readonly int _outputs;
    private readonly bool _classifies, _mixesProbabilities;
    private readonly ResidualNorm? _norm;

    public Mixture(IModel model)
        : this(model.Type, model.Parameters.ToDictionary(tensor => tensor.Name, tensor => model.Get(tensor.Name).Select(value => (double)value).ToArray()), model.Outputs)
    {
    }

    /// <param name="type">The model's class.</param>
    /// <param name="parameters">By the names that they have in a model of its own.</param>
    /// <param name="outputs">Its outputs.</param>
    public Mixture(Type type, Dictionary<string, double[]> parameters, int outputs)
    {
        Parameters = parameters;
        object[] attributes = type.GetCustomAttributes(false);
        _norm = ResidualNorm.Of(attributes, parameters);
        _parameters = parameters = _norm is null ? parameters : ResidualNorm.Inside(parameters);
        MixtureOfExpertsAttribute declaration = attributes.OfType<MixtureOfExpertsAttribute>().Single();
        _training = attributes.OfType<TrainingAttribute>().SingleOrDefault() ?? new TrainingAttribute();
        _classifies = declaration.Outputs == 0;
        _outputs = outputs;
        _experts = Experts.Of(attributes, _outputs, parameters);
        _shared = SharedExpert.Of(attributes, _outputs);
        _mixesProbabilities = attributes.Select(attribute => attribute.GetType().GetProperty("Mixing")?.GetValue(attribute)).OfType<Mixing>().SingleOrDefault() == Mixing.Probabilities;
        int all = attributes.OfType<SoftGatingAttribute>().Any() ? _experts.Length : declaration.TopK;
        _gating = Gatings.Of(attributes, _experts.Length, all);
    }

    /// <summary>The parameters, for a test to move one of them.</summary>
    public Dictionary<string, double[]> Parameters { get; }

    public double[] Predict(double[] row)
    {
        double[] inside = Normed(row);
        double[] output = Mix(inside, _gating.Of(_parameters, inside));
        return _norm is null ? output : [.. output.Zip(row, (left, right) => left + right)];
    }

    /// <summary>The chosen experts, best first, and their weights; the margin counts those of mixtures inside.</summary>
    public Route Route(double[] row)
    {
        row = Normed(row);
        Route route = _gating.Of(_parameters, row);
        double inside = route.Experts.Select(expert => _experts[expert]).OfType<NestedMixture>().Select(nested => nested.Mixture.Route(row).Margin).DefaultIfEmpty(double.PositiveInfinity).Min();
        return route with { Margin = Math.Min(route.Margin, inside) };
    }

    /// <summary>The task loss and the routers' weighted losses over all rows.</summary>
    public double Loss(double[][] rows, double[][] targets)
    {
        double task = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            double[] output = Predict(rows[row]);
            task += _classifies
                ? -Math.Log(Layers.Softmax(output)[(int)targets[row][0]])
                : output.Zip(targets[row], (left, right) => (left - right) * (left - right)).Sum() / _outputs;
        }

        return (task / rows.Length) + RouterLoss(rows);
    }

    // A mixture inside sees the rows that are routed to it.
    private double RouterLoss(double[][] rows)
    {
        if (rows.Length == 0)
            return 0;
        Route[] routes = [.. rows.Select(row => _gating.Of(_parameters, Normed(row)))];
        LoadBalance balance = _training.LoadBalance == LoadBalance.Auto ? _gating.IsBalanced ? LoadBalance.Switch : LoadBalance.None : _training.LoadBalance;
        return (_training.LoadBalanceWeight * Balances.Of(balance, routes, _experts.Length))
            + (_training.RouterZLossWeight == 0 ? 0 : _training.RouterZLossWeight * Balances.Z(routes))
            + _experts.Select((expert, index) => expert is NestedMixture nested ? nested.Mixture.RouterLoss([.. rows.Where((_, row) => routes[row].Experts.Contains(index))]) : 0).Sum();
    }

    private double[] Normed(double[] row) => _norm?.Run(row) ?? row;

    private double[] Mix(double[] row, Route route)
    {
        double[] output = _shared.Run(_parameters, row);
        foreach ((int expert, double weight) in route.Experts.Zip(route.Weights))
        {
            double[] values = _experts[expert].Run(_parameters, row);
            if (_mixesProbabilities)
                values = Layers.Softmax(values);
            for (int column = 0; column < output.Length; column++)
                output[column] += weight * values[column];
        }

        return _mixesProbabilities ? [.. output.Select(value => Math.Log(value / route.Weights.Sum()))] : output;
    }
}
