using System.Collections.Generic;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>Where a Fit stands, weights and moments aside: all that a checkpoint must hold to go on from there.</summary>
internal sealed class FitState
{
    /// <summary>Completed epochs.</summary>
    public int Epoch { get; set; }

    /// <summary>Mini-batches done of the epoch under way.</summary>
    public int Batch { get; set; }

    /// <summary>Optimizer steps.</summary>
    public long Steps { get; set; }

    /// <summary>The seeds of the steps to come.</summary>
    public Xoshiro256 StepSeeds { get; set; }

    /// <summary>The losses of the epoch under way.</summary>
    public LossMean Mean { get; set; }

    /// <summary>The losses of each completed epoch.</summary>
    public List<LossReport> Losses { get; } = [];

    /// <summary>Likewise, on rows set aside; empty where there are none.</summary>
    public List<double> ValidationLosses { get; } = [];

    /// <summary>The completed epoch, from 1, with the lowest validation loss, or total loss where there is none; 0: none.</summary>
    public int BestEpoch
    {
        get
        {
            int best = 0;
            for (int epoch = 1; epoch <= Losses.Count; epoch++)
            {
                if (best == 0 || Decisive(epoch) < Decisive(best))
                    best = epoch;
            }
            return best;
        }
    }

    private double Decisive(int epoch) => ValidationLosses.Count > 0 ? ValidationLosses[epoch - 1] : Losses[epoch - 1].Total;
}
