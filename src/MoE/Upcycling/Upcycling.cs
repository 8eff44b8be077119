using System;
using System.IO;
using System.Linq;
using MoE.Persistence;

namespace MoE;

/// <summary>
/// A trained model in a declaration with more experts, or fewer: what is known stays known, and only what is new need be trained (Komatsuzaki et al.,
/// "Sparse Upcycling", 2023). The classes declare equal inputs, outputs and shapes of those experts that are copied.
/// </summary>
public static class Upcycling
{
    /// <summary>How much a copy differs from its original unless the caller says otherwise, in standard deviations of each tensor.</summary>
    public const double DefaultNoise = 0.01;

    /// <summary>A model whose experts are chosen among those of another.</summary>
    /// <typeparam name="TFrom">The trained model's class.</typeparam>
    /// <typeparam name="TTo">The new one's.</typeparam>
    /// <param name="model">The trained model; it is not changed.</param>
    /// <param name="experts">For each expert of the new model the one that it begins as, or -1: it begins fresh, with its row of the router.</param>
    /// <param name="noise">
    /// How far a second copy of an expert, and its row of the router, is moved from the first, in standard deviations of each tensor, at least 0: equal experts would stay
    /// equal, and of equal rows the router always takes the first.
    /// </param>
    /// <param name="seed">Fresh values and noise come from it.</param>
    /// <exception cref="ArgumentException">There is not one number for each expert of the new model, or no such expert.</exception>
    /// <exception cref="ModelFormatException">The declarations differ in more than their number of experts; the tensor is named.</exception>
    public static TTo Select<TFrom, TTo>(TFrom model, ReadOnlySpan<int> experts, double noise = DefaultNoise, ulong seed = 0)
        where TFrom : IMixtureOfExperts<TFrom>
        where TTo : IMixtureOfExperts<TTo>
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!(noise >= 0) || !double.IsFinite(noise))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "noise must be a number of at least 0.");
        if (experts.Length != TTo.ExpertCount)
            throw new ArgumentException($"experts must hold one number for each of the {TTo.ExpertCount} experts of {typeof(TTo).Name}, but holds {experts.Length}.", nameof(experts));
        foreach (int expert in experts)
        {
            if (expert < -1 || expert >= TFrom.ExpertCount)
                throw new ArgumentException($"experts must be numbers of {typeof(TFrom).Name}'s {TFrom.ExpertCount} experts, or -1, but one is {expert}.", nameof(experts));
        }
        using MemoryStream known = new(), fresh = new();
        model.Save(known);
        TTo.Create(seed).Save(fresh);
        UpcycledFile file = new(SavedTensors.Of(known), SavedTensors.Of(fresh), experts.ToArray(), TFrom.ExpertCount, noise, seed);
        return TTo.Load(file.Bytes());
    }

    /// <summary>The same experts in the same order, and more behind them, each a copy of one.</summary>
    /// <typeparam name="TFrom">The trained model's class.</typeparam>
    /// <typeparam name="TTo">The new one's, with more experts.</typeparam>
    /// <param name="model">The trained model; it is not changed.</param>
    /// <param name="copyOf">Which expert the new ones begin as; -1: they begin fresh.</param>
    /// <param name="noise">As for <see cref="Select"/>.</param>
    /// <param name="seed">As for <see cref="Select"/>.</param>
    /// <exception cref="ArgumentException">The new class has no more experts, or there is no such expert.</exception>
    /// <exception cref="ModelFormatException">The declarations differ in more than their number of experts; the tensor is named.</exception>
    public static TTo WithExperts<TFrom, TTo>(TFrom model, int copyOf, double noise = DefaultNoise, ulong seed = 0)
        where TFrom : IMixtureOfExperts<TFrom>
        where TTo : IMixtureOfExperts<TTo>
    {
        if (TTo.ExpertCount <= TFrom.ExpertCount)
            throw new ArgumentException($"{typeof(TTo).Name} must have more experts than the {TFrom.ExpertCount} of {typeof(TFrom).Name}, but has {TTo.ExpertCount}.", nameof(model));
        return Select<TFrom, TTo>(model, [.. Enumerable.Range(0, TFrom.ExpertCount), .. Enumerable.Repeat(copyOf, TTo.ExpertCount - TFrom.ExpertCount)], noise, seed);
    }

    /// <summary>All experts but one, in the same order.</summary>
    /// <typeparam name="TFrom">The trained model's class.</typeparam>
    /// <typeparam name="TTo">The new one's, with one expert less.</typeparam>
    /// <param name="model">The trained model; it is not changed.</param>
    /// <param name="expert">Which one is left out.</param>
    /// <exception cref="ArgumentException">The new class has not one expert less, or there is no such expert.</exception>
    /// <exception cref="ModelFormatException">The declarations differ in more than their number of experts; the tensor is named.</exception>
    public static TTo WithoutExpert<TFrom, TTo>(TFrom model, int expert)
        where TFrom : IMixtureOfExperts<TFrom>
        where TTo : IMixtureOfExperts<TTo>
    {
        if (expert < 0 || expert >= TFrom.ExpertCount)
            throw new ArgumentException($"expert must be from 0 to {TFrom.ExpertCount - 1}, but is {expert}.", nameof(expert));
        if (TTo.ExpertCount != TFrom.ExpertCount - 1)
            throw new ArgumentException($"{typeof(TTo).Name} must have {TFrom.ExpertCount - 1} experts, one less than {typeof(TFrom).Name}, but has {TTo.ExpertCount}.", nameof(model));
        return Select<TFrom, TTo>(model, [.. Enumerable.Range(0, TFrom.ExpertCount).Where(other => other != expert)]);
    }
}
