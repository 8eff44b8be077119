using System;

namespace MoE;

/// <summary>
/// A router without parameters: a row goes to expert <c>floor(1000 * sum of |x|) mod experts</c>, with weight 1, so that equal rows always
/// meet the same expert and nothing is learned of where rows go (after Roller et al., "Hash Layers", 2021, on features instead of tokens).
/// The sum is in double, from the first feature to the last. TopK must be 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HashGatingAttribute : Attribute;
