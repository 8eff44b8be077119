using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>Whether the router's losses can be taken, and whether there is one: MOE0120, MOE0209.</summary>
internal static class BalanceChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (model.Training is not { } training)
            yield break;
        if (training.LoadBalance is LoadBalance.LoadCv or LoadBalance.ImportanceAndLoadCv)
        {
            if (!model.Router.HasNoise)
                yield return Unfit(training, "needs a router with noise, whose next choice is a matter of chance: set Noise of [SoftmaxGating]");
            else if (model.TopK >= model.ExpertCount && model.TopK >= 1)
                yield return Unfit(training, "needs TopK below the number of experts: where all are chosen none can be missed");
        }
        if (model.Balance == LoadBalance.None && model.Router.NeedsBalanceLoss && model.TopK >= 1 && model.TopK < model.ExpertCount)
            yield return new Finding(
                RuleIds.NoBalance, Place(training), ImmutableArray.Create(model.Declaration.Name, Number(model.TopK), Number(model.ExpertCount)));
    }

    private static Finding Unfit(TrainingSpec training, string reason) =>
        new(RuleIds.LoadCvWithoutNoise, Places.Training("LoadBalance"), ImmutableArray.Create($"{training.LoadBalance} {reason}"));

    // The argument that says so.
    private static FindingPlace Place(TrainingSpec training) =>
        Places.Training(training.LoadBalanceWeight.Value == 0 ? "LoadBalanceWeight" : "LoadBalance");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
