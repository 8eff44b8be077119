using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>w2(silu(w1 x) * w3 x), times sigmoid(w x) where it is gated; nothing where there is none.</summary>
internal sealed class SharedExpert(SharedExpertAttribute? declaration, int outputs)
{
    public static SharedExpert Of(object[] attributes, int outputs) => new(attributes.OfType<SharedExpertAttribute>().SingleOrDefault(), outputs);

    public double[] Run(Dictionary<string, double[]> parameters, double[] row)
    {
        if (declaration is null)
            return new double[outputs];
        string name = declaration.Gated ? "shared_expert" : "shared_experts";
        double share = declaration.Gated ? 1 / (1 + Math.Exp(-Layers.Linear(parameters, "shared_expert_gate", row, 1)[0])) : 1;
        return [.. new Gated(name, new GatedExpertAttribute(declaration.Hidden), outputs).Run(parameters, row).Select(value => share * value)];
    }
}
