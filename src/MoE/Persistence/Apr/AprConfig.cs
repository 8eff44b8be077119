namespace MoE.Persistence.Apr;

/// <summary>aprender's MoeConfig. aprender reads <see cref="CapacityFactor"/> and <see cref="ExpertDropout"/> nowhere.</summary>
/// <param name="TopK">How many experts work on a row; aprender takes all where that is more than there are, and answers 0 where it is 0.</param>
/// <param name="CapacityFactor">Stored, without effect there.</param>
/// <param name="ExpertDropout">Stored, without effect there.</param>
/// <param name="LoadBalanceWeight">The factor of the load-balance metric.</param>
internal sealed record AprConfig(ulong TopK, float CapacityFactor, float ExpertDropout, float LoadBalanceWeight)
{
    /// <summary>Reads the settings.</summary>
    public static AprConfig Read(ref BincodeReader reader) => new(
        reader.UInt64("the config's top_k"),
        reader.Single("the config's capacity_factor"),
        reader.Single("the config's expert_dropout"),
        reader.Single("the config's load_balance_weight"));

    /// <summary>Writes the settings.</summary>
    public void Write(ref BincodeWriter writer)
    {
        writer.UInt64(TopK);
        writer.Single(CapacityFactor);
        writer.Single(ExpertDropout);
        writer.Single(LoadBalanceWeight);
    }
}
