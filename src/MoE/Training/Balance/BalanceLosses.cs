using System;

namespace MoE.Training.Balance;

/// <summary>The loss behind each name; a new one is a line here.</summary>
internal static class BalanceLosses
{
    /// <summary>Null where there is nothing to pay.</summary>
    public static BalanceLoss? Of(MixtureTraining training, int experts) => training.LoadBalanceWeight == 0 ? null : training.LoadBalance switch
    {
        LoadBalance.Switch => new SwitchBalance(training.LoadBalanceWeight, experts, firstChoices: false),
        LoadBalance.SwitchFirstChoice => new SwitchBalance(training.LoadBalanceWeight, experts, firstChoices: true),
        LoadBalance.MeanSquare => new DeviationBalance(training.LoadBalanceWeight / experts, experts),
        LoadBalance.SumOfSquares => new DeviationBalance(training.LoadBalanceWeight, experts),
        LoadBalance.Entropy => new EntropyBalance(training.LoadBalanceWeight),
        LoadBalance.ImportanceCv => new ImportanceBalance(training.LoadBalanceWeight, experts),
        LoadBalance.LoadCv => new LoadVariationBalance(training.LoadBalanceWeight, experts),
        LoadBalance.ImportanceAndLoadCv => new JoinedBalance(
            new ImportanceBalance(training.LoadBalanceWeight, experts), new LoadVariationBalance(training.LoadBalanceWeight, experts)),
        _ => throw new ArgumentOutOfRangeException(nameof(training), training.LoadBalance, "The balance loss has no formula."),
    };
}
