using System.Collections.Generic;

namespace MoE.Persistence.Apr;

/// <summary>A model that is to be written.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="States">What its experts know beside, named in full.</param>
/// <param name="Settings">What its declaration says.</param>
internal sealed record AprSource(ParameterBuffer Parameters, IReadOnlyList<StateTensor> States, AprSettings Settings)
{
    /// <summary>A parameter, row-major; null where the model has none of that name.</summary>
    public float[]? Find(string name)
    {
        if (!Parameters.Layout.TryGet(name, out TensorLayout? tensor)) return null;
        float[] values = new float[tensor.Elements];
        Parameters.Get(name, values);
        return values;
    }
}
