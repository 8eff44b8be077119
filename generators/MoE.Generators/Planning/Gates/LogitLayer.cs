using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>The parameters that routers with a softmax share: a layer from a row to its logits, and a learned temperature.</summary>
internal sealed record LogitLayer(LinearPlan Linear, LinearPlan? Back, IReadOnlyList<TensorPlan> Tensors, int Floats, int TemperatureOffset, double Temperature)
{
    public static LogitLayer Plan(GateSite site, bool hasBias, double temperature, bool learnsTemperature = false)
    {
        LinearPlan linear = LinearPlan.Create(
            "Gate", FeedForwardPlanner.Describe(site.Input.Width, site.Experts, false) + " logits", site.Input.Width, site.Experts, hasBias, false, site.Input.Stride, Padding.Stride(site.Experts));
        LinearPlan? back = Turned(linear, site);
        List<TensorPlan> tensors = [TensorPlan.Weight("gate.weight", linear, 0)];
        if (hasBias)
            tensors.Add(TensorPlan.Bias("gate.bias", linear, 0));
        if (!learnsTemperature)
            return new LogitLayer(linear, back, [.. tensors], linear.Floats, -1, temperature);
        tensors.Add(TensorPlan.Vector("temperature", 1, linear.Floats, temperature));
        return new LogitLayer(linear, back, [.. tensors], checked(linear.Floats + Padding.Line), linear.Floats, temperature);
    }

    public GateLayerPlan Layer => new LinearGateLayer(Linear, Back);

    /// <summary>The layer that carries gradients from a router's layer on to what it read; null where nobody asks.</summary>
    public static LinearPlan? Turned(LinearPlan linear, GateSite site) =>
        site.IsTrained && site.NeedsInputGradient ? FeedForwardPlanner.Transpose(linear, BufferPlan.Of("logits", site.Experts), site.Input) : null;

    /// <summary>"gate 20 -> 4 with bias, temperature 0.5".</summary>
    public string Describe(string temperature) => $"gate {FeedForwardPlanner.Describe(Linear.Inputs, Linear.Outputs, false)}{(Linear.HasBias ? " with bias" : "")}"
        + (TemperatureOffset >= 0 ? ", learned temperature" : Temperature == 1 ? "" : ", temperature " + temperature);

    /// <summary>What every router over these parameters is given.</summary>
    public IEnumerable<(string Name, object Value)> RouterArguments
    {
        get
        {
            if (TemperatureOffset >= 0)
                yield return ("temperatureOffset", TemperatureOffset);
            else if (Temperature != 1)
                yield return ("temperature", (float)Temperature);
        }
    }
}
