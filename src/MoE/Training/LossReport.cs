namespace MoE;

/// <summary>What training minimises, weights included.</summary>
/// <param name="Task">The task loss: mean squared error or cross entropy in nats.</param>
/// <param name="LoadBalance">The balance loss times its weight.</param>
/// <param name="RouterZ">The router's z-loss times its weight.</param>
public sealed record LossReport(double Task, double LoadBalance, double RouterZ)
{
    /// <summary>The sum of the three.</summary>
    public double Total => Task + LoadBalance + RouterZ;
}
