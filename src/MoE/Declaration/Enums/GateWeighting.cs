namespace MoE;

/// <summary>Over which experts the gate's softmax runs that weighs the chosen ones.</summary>
public enum GateWeighting
{
    /// <summary><see cref="OverSelected"/>, but <see cref="OverAll"/> where TopK is 1: a softmax over one expert is always 1 and would give the router no gradient.</summary>
    Auto,

    /// <summary>Softmax over the chosen k logits: the weights add up to 1 (Mixtral, GShard).</summary>
    OverSelected,

    /// <summary>Softmax over all experts, taken as it is: the weights add up to less than 1 (Switch, Qwen).</summary>
    OverAll,
}
