using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>A mixture behind a normalization, and the rows themselves: y = x + MoE(norm(x)).</summary>
internal sealed record ResidualPlan(NormPlan Norm, MixturePlan Mixture)
    : BlockPlan($"x + MoE({Norm.Kind}(x)), {Mixture.Summary}", Mixture.Input, Mixture.Output)
{
    public const string NormPrefix = "norm.";

    public const string MixturePrefix = "moe.";

    public override IReadOnlyList<TensorPlan> Tensors => [.. Norm.TensorsAt(NormPrefix, 0), .. Mixture.TensorsAt(MixturePrefix, Norm.Floats)];

    public override IEnumerable<TensorGroup> TensorGroups =>
        new[] { new TensorGroup(0, 1, 0, [.. Norm.TensorsAt(NormPrefix, 0)]) }.Concat(Mixture.TensorGroups.Select(group => group.At(MixturePrefix, Norm.Floats)));

    public override int Floats => checked(Norm.Floats + Mixture.Floats);

    public override IEnumerable<LinearPlan> Linears => [];

    public override IEnumerable<LinearPlan> TrainingLinears => [];

    public override IEnumerable<BlockPlan> Inner => [Mixture];

    public override IEnumerable<string> StatePrefixes => Mixture.StatePrefixes.Select(prefix => MixturePrefix + prefix);

    public override bool RowsSeeEachOther => Mixture.RowsSeeEachOther;

    public override bool ReadsInputPadding => Mixture.ReadsInputPadding;

    public override long ActiveParameterCount => Norm.Tensors.Sum(tensor => tensor.Elements) + Mixture.ActiveParameterCount;

    public override long ActiveBytes => Norm.Tensors.Sum(tensor => tensor.Bytes) + Mixture.ActiveBytes;

    public override long MultiplyAdds => Mixture.MultiplyAdds;
}
