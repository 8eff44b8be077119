namespace MoE;

/// <summary>Where a Fit stands at the end of a batch. At an epoch's last batch the epoch is complete.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">How many epochs were asked for.</param>
/// <param name="Batch">The batch of this epoch, from 1.</param>
/// <param name="Batches">How many batches an epoch has.</param>
/// <param name="Loss">Mean over the rows of this epoch so far.</param>
/// <param name="ValidationLoss">Task loss on the validation rows after the latest completed epoch; null before, or without validation.</param>
public sealed record FitProgress(int Epoch, int Epochs, int Batch, int Batches, LossReport Loss, double? ValidationLoss);
