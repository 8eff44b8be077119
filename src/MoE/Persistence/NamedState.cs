using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace MoE.Persistence;

/// <summary>What an expert knows beside parameters, under the name of the expert.</summary>
/// <param name="Prefix">Such as <c>experts.3.</c></param>
/// <param name="State">What it knows.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NamedState(string Prefix, IExpertState State)
{
    /// <summary>Of one expert.</summary>
    public static NamedState[] Of(string prefix, int expert, IExpertState state) => [new(Name(prefix, expert), state)];

    /// <summary>Of neighbouring experts.</summary>
    public static NamedState[] Of(string prefix, int first, IExpertState[] states) => [.. states.Select((state, index) => new NamedState(Name(prefix, first + index), state))];

    /// <summary>Of one expert of a user's type.</summary>
    public static NamedState[] Of(string prefix, int expert, ISavedExpert saved) => Of(prefix, expert, new SavedExpertState(saved));

    /// <summary>Of neighbouring ones.</summary>
    public static NamedState[] Of(string prefix, int first, ISavedExpert[] saved) => Of(prefix, first, [.. saved.Select(expert => new SavedExpertState(expert))]);

    /// <summary>Of neighbouring mixtures.</summary>
    public static NamedState[] Of<TMixture>(string prefix, int first, TMixture[] mixtures, Func<TMixture, string, NamedState[]> states) =>
        [.. mixtures.SelectMany((mixture, index) => states(mixture, Name(prefix, first + index)))];

    /// <summary>Gives each state its tensors; none is changed if one of them is wrong.</summary>
    /// <exception cref="ModelFormatException">A tensor is missing, misshapen, surplus, or holds what cannot be.</exception>
    internal static void Restore(NamedState[] states, IReadOnlyList<StateTensor> tensors)
    {
        List<Action> changes = [];
        foreach ((string prefix, IExpertState state) in states)
            changes.Add(state.Read(prefix, [.. tensors.Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal))]));
        foreach (Action change in changes)
            change();
    }

    private static string Name(string prefix, int expert) => string.Create(CultureInfo.InvariantCulture, $"{prefix}experts.{expert}.");
}
