namespace MoE.Benchmarks.Learn.Display;

/// <summary>Told how a run comes along.</summary>
internal interface ITrainingReport
{
    /// <summary>A model was trained and measured.</summary>
    void Trained(string set, string model, FitOptions setting, double score);
}
