namespace MoE.Generators.Planning;

/// <summary>[HashGating]: one expert, from a hash of the row.</summary>
internal static class HashGatePlanner
{
    public static GatePlan Plan(GateSite site) => new(
        $"hash of the row, one of {site.Experts}",
        $"one of {site.Experts}, from a hash of the row",
        Layer: null,
        Tensors: [],
        Floats: 0,
        new RouterPlan("HashRouter", [("inputs", site.Input.Width), ("experts", site.Experts)]));
}
