using System;
using System.Collections.Generic;
using MoE.Persistence;
using MoE.Routing;

namespace MoE.Training;

/// <summary>What a Fit trains: all of a model, an expert by itself, or the router beside experts that stay as they are.</summary>
/// <param name="Name">For checkpoints.</param>
/// <param name="IsTrained">Whether a tensor of the model is to change.</param>
/// <param name="Router">Routes instead of the model's own; null: the model's own.</param>
internal sealed record FitTarget(string Name, Func<string, bool> IsTrained, Router? Router = null)
{
    public static FitTarget Model { get; } = new("the model", _ => true) { GrowsForests = true };

    /// <summary>Whether all forests are grown.</summary>
    public bool GrowsForests { get; private init; }

    /// <summary>The expert whose forests alone are grown.</summary>
    public int? GrownExpert { get; private init; }

    /// <summary>Whether the experts stay as they are.</summary>
    public bool ExpertsAreFrozen { get; private init; }

    /// <summary>All of the mixture but the experts, the shared one included.</summary>
    /// <param name="prefix">What the names of the mixture's parameters begin with.</param>
    public static FitTarget Gate(string prefix) => new(
        "the gate",
        name => name.StartsWith(prefix, StringComparison.Ordinal)
            && !name.StartsWith(prefix + "experts.", StringComparison.Ordinal) && !name.StartsWith(prefix + "shared_expert", StringComparison.Ordinal))
    {
        ExpertsAreFrozen = true,
    };

    /// <inheritdoc cref="Gate"/>
    public static FitTarget Expert(int expert, string prefix)
    {
        prefix = FormattableString.Invariant($"{prefix}experts.{expert}.");
        return new FitTarget(FormattableString.Invariant($"expert {expert}"), name => name.StartsWith(prefix, StringComparison.Ordinal), new OneExpertRouter(expert)) { GrownExpert = expert };
    }

    /// <summary>Where the tensors lie that change, as few runs of floats as possible.</summary>
    public Range[] Ranges(ModelLayout layout) => layout.Runs(tensor => tensor.Trained && IsTrained(tensor.Name));
}
