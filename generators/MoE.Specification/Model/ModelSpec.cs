namespace MoE.Specification;

/// <summary>
/// What the user declared, as written: no value is derived here, no symbol or syntax is held, and two equal specs
/// yield the same code.
/// </summary>
/// <param name="Outputs">0 where left out.</param>
/// <param name="CapacityFactor">0: dropless.</param>
/// <param name="Gating">The declared gatings, in order; none means the default softmax gating, more than one is an error.</param>
public sealed record ModelSpec(
    DeclarationSpec Declaration,
    int Inputs,
    int Outputs,
    int TopK,
    NumberSpec CapacityFactor,
    int MinCapacity,
    EquatableArray<SoftmaxGatingSpec> Gating,
    EquatableArray<ExpertSpec> Experts,
    ClassifierSpec? Classifier,
    TrainingSpec? Training);
