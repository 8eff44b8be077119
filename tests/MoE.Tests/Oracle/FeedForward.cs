using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>Linear, activation, [dropout], ..., Linear, [LayerNorm], numbered as an nn.Sequential.</summary>
internal sealed record FeedForward(string Name, FeedForwardExpertAttribute Declaration, int Outputs) : IExpert
{
    public double[] Run(Dictionary<string, double[]> parameters, double[] row)
    {
        int module = 0;
        foreach (int width in Declaration.Hidden)
        {
            row = Layers.Linear(parameters, $"{Name}.{module}", row, width);
            row = [.. row.Select(value => NumericsReference.Of(Declaration.Activation, value))];
            module += Declaration.Dropout > 0 ? 3 : 2;
        }

        row = Layers.Linear(parameters, $"{Name}.{module}", row, Outputs);
        return Declaration.EndNorm ? Layers.LayerNorm(parameters, $"{Name}.{module + 1}", row) : row;
    }
}
