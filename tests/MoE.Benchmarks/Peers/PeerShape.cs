using System;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace MoE.Benchmarks.Peers;

/// <summary>What makes two layers the same work: a case of the file is run by the model that has its shape.</summary>
/// <param name="Kind"><c>ffn</c> or <c>glu</c>.</param>
/// <param name="Inputs">Features of a row.</param>
/// <param name="Hidden">Hidden widths, as in <c>64-32</c>.</param>
/// <param name="Outputs">Values that a row yields.</param>
/// <param name="Experts">Experts to choose from.</param>
/// <param name="TopK">Experts that work on a row.</param>
/// <param name="Activation">As the file writes it, in lower case.</param>
internal sealed record PeerShape(string Kind, int Inputs, string Hidden, int Outputs, int Experts, int TopK, string Activation)
{
    /// <summary>The shape that a model class declares.</summary>
    public static PeerShape Of<TModel>()
    {
        var model = typeof(TModel).GetCustomAttribute<MixtureOfExpertsAttribute>()!;
        if (typeof(TModel).GetCustomAttribute<GatedExpertAttribute>() is { } gated)
            return new("glu", model.Inputs, Join([gated.Hidden]), model.Outputs, gated.Count, model.TopK, Lower(gated.Activation));
        var expert = typeof(TModel).GetCustomAttribute<FeedForwardExpertAttribute>()!;
        return new("ffn", model.Inputs, Join(expert.Hidden), model.Outputs, expert.Count, model.TopK, Lower(expert.Activation));
    }

    /// <summary>The shape that a case of the file asks for.</summary>
    public static PeerShape Read(JsonElement json) => new(
        json.GetProperty("kind").GetString()!,
        json.GetProperty("input").GetInt32(),
        Join(json.GetProperty("hidden").EnumerateArray().Select(width => width.GetInt32()).ToArray()),
        json.GetProperty("output").GetInt32(),
        json.GetProperty("experts").GetInt32(),
        json.GetProperty("top_k").GetInt32(),
        json.GetProperty("activation").GetString()!);

    private static string Join(int[] widths) => string.Join('-', widths);

    private static string Lower(Activation activation) => activation.ToString().ToLowerInvariant();
}
