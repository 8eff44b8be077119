using System.Collections.Generic;
using System.Linq;

namespace MoE.Persistence.Apr;

/// <summary>A model that is being read.</summary>
/// <param name="Parameters">Takes its parameters.</param>
/// <param name="Settings">What its declaration says.</param>
internal sealed record AprTarget(ParameterBuffer Parameters, AprSettings Settings)
{
    /// <summary>What its experts know beside, named in full.</summary>
    public List<StateTensor> States { get; } = [];

    /// <summary>Sets a parameter that the model must have.</summary>
    /// <exception cref="ModelFormatException">It has none of that name, or of another size.</exception>
    public void Set(string name, float[] values)
    {
        if (!Parameters.Layout.TryGet(name, out TensorLayout? tensor))
            throw new ModelFormatException($"The model has no tensor '{NearNames.Clip(name)}'. {NearNames.Suggest(name, Parameters.Layout.Tensors.Select(own => own.Name))}");
        if (tensor.Elements != values.Length)
            throw new ModelFormatException($"Tensor '{NearNames.Clip(name)}' has {values.Length} values; [{string.Join(", ", tensor.Shape)}] was expected.");
        Parameters.Load(tensor, 0, values);
    }
}
