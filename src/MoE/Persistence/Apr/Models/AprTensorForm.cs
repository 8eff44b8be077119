using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Persistence.Apr;

/// <summary>Experts that aprender has no type for: all that they know, by name. Nothing is lost.</summary>
internal sealed class AprTensorForm : IAprForm
{
    // Whole numbers up to here are floats, too.
    private const int MostExact = 1 << 24;

    public IReadOnlyList<AprExpertKind> Kinds => [MoeGenExpert.Kind];

    public bool Fits(ModelLayout layout, AprSettings settings) => true;

    public AprExpert Write(AprSource source, int expert)
    {
        string prefix = Prefix(expert);
        IEnumerable<AprTensor> parameters = Under(source.Parameters.Layout, prefix).Select(tensor => new AprTensor(tensor.Name[prefix.Length..], [.. tensor.Shape], source.Find(tensor.Name)!));
        IEnumerable<AprTensor> states = source.States.Where(state => state.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(state => Tensor(state, prefix.Length));
        return new MoeGenExpert("expert", [.. parameters, .. states]);
    }

    public void Read(AprExpert read, AprTarget target, int expert)
    {
        string prefix = Prefix(expert);
        HashSet<string> expected = [.. Under(target.Parameters.Layout, prefix).Select(tensor => tensor.Name)];
        foreach (AprTensor tensor in ((MoeGenExpert)read).Tensors)
        {
            string name = prefix + tensor.Name;
            if (expected.Remove(name))
                target.Set(name, tensor.Values);
            else if (target.Parameters.Layout.IsState(name))
                target.States.Add(State(name, tensor));
            else
                throw new ModelFormatException($"The model does not have tensor '{NearNames.Clip(name)}'.");
        }
        if (expected.Count > 0)
            throw new ModelFormatException($"The file lacks tensor '{expected.Min()}'.");
    }

    private static string Prefix(int expert) => FormattableString.Invariant($"experts.{expert}.");

    private static IEnumerable<TensorLayout> Under(ModelLayout layout, string prefix) => layout.Tensors.Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal));

    private static AprTensor Tensor(StateTensor state, int skipped)
    {
        float[] values = state.Dtype switch
        {
            "F32" => state.Values<float>("F32", state.Shape.Length),
            "I32" => [.. state.Values<int>("I32", state.Shape.Length).Select(Exact)],
            _ => [.. state.Bytes.ToArray().Select(value => (float)value)],
        };
        return new AprTensor($"{state.Name[skipped..]}:{state.Dtype}", [.. state.Shape.Select(size => (int)size)], values);
    }

    private static float Exact(int value) => Math.Abs((long)value) <= MostExact
        ? value
        : throw new InvalidOperationException($"A forest's number {value} exceeds what an .apr file holds exactly, {MostExact}: save the model as safetensors.");

    private static StateTensor State(string name, AprTensor tensor)
    {
        string dtype = name[(name.LastIndexOf(':') + 1)..];
        string own = name[..^(dtype.Length + 1)];
        long[] shape = [.. tensor.Shape.Select(size => (long)size)];
        if (dtype == "F32") return StateTensor.Of<float>(own, dtype, tensor.Values, [.. shape]);
        int most = dtype == "I32" ? MostExact : byte.MaxValue, least = dtype == "I32" ? -1 : 0;
        if (dtype is not ("I32" or "U8") || tensor.Values.Any(value => !(value >= least && value <= most && value == (int)value)))
            throw new ModelFormatException($"Tensor '{NearNames.Clip(name)}' holds a number that is no {NearNames.Clip(dtype)}: the file is damaged.");
        return dtype == "I32"
            ? StateTensor.Of<int>(own, dtype, [.. tensor.Values.Select(value => (int)value)], [.. shape])
            : StateTensor.Of<byte>(own, dtype, [.. tensor.Values.Select(value => (byte)value)], [.. shape]);
    }
}
