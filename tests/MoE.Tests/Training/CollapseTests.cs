using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ErrorTriage;
using ErrorTriage.Features;
using MoE.Tests.Models;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace MoE.Tests.Training;

/// <summary>
/// A router that begins with a favourite, on a real set (compiler errors, see the sample ErrorTriage): by the task loss alone it
/// collapses, with the balance loss it does not, and the model is none the worse.
/// </summary>
public class CollapseTests(ITestOutputHelper output)
{
    private const int Columns = 512;
    private static readonly (float[] Rows, ErrorCategory[] Categories) s_training = Read("train.tsv", every: 4), s_test = Read("test.tsv", every: 1);

    [Fact]
    public void The_balance_loss_cures_collapse()
    {
        (RoutingStatistics alone, double aloneAccuracy) = Fit<Unbalanced>();
        (RoutingStatistics balanced, double balancedAccuracy) = Fit<Balanced>();
        output.WriteLine($"{aloneAccuracy:F3}\n{alone}\n{balancedAccuracy:F3}\n{balanced}");
        alone.FairShareRatio.Min().ShouldBeLessThan(0.1);
        alone.EffectiveExperts.ShouldBeLessThan(2.2);
        balanced.FairShareRatio.Min().ShouldBeGreaterThanOrEqualTo(0.5);
        balancedAccuracy.ShouldBeGreaterThanOrEqualTo(aloneAccuracy - 0.005);
    }

    private static (RoutingStatistics Routes, double Accuracy) Fit<T>()
        where T : IClassifier<T, ErrorCategory>
    {
        T model = T.Create(1);
        model.SetParameter("gate.bias", [2, 1.5f, 0, 0]);
        model.Fit(s_training.Rows, s_training.Categories, new FitOptions { Epochs = 40, LearningRate = 3e-3, Threads = 2 });
        int[] experts = new int[s_training.Categories.Length * 2];
        model.Route(s_training.Rows, experts, new float[experts.Length]);
        return (RoutingStatistics.Of(experts, 2, 4), model.Evaluate(s_test.Rows, s_test.Categories).Accuracy!.Value);
    }

    // Fewer columns than the sample's: features of equal remainder share one.
    private static (float[] Rows, ErrorCategory[] Categories) Read(string file, int every)
    {
        List<RustcError> errors = [.. RustcErrors.Read(Path.Combine(AppContext.BaseDirectory, "Data", file)).Where((_, index) => index % every == 0)];
        HashingFeaturizer featurizer = new(default);
        float[] rows = new float[errors.Count * Columns], wide = new float[HashingFeaturizer.Size];
        for (int row = 0; row < errors.Count; row++)
        {
            featurizer.Featurize(errors[row], wide);
            for (int column = 0; column < wide.Length; column++)
                rows[(row * Columns) + (column % Columns)] += wide[column];
        }
        return (rows, [.. errors.Select(error => error.Category)]);
    }
}
