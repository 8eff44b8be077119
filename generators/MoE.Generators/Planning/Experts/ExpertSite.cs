namespace MoE.Generators.Planning;

/// <summary>Where an expert stands.</summary>
/// <param name="Name">The name of its methods, unique in the mixture.</param>
/// <param name="NeedsInputGradient">Whether its way back goes on to what it read: the gradient takes the inputs' place.</param>
internal sealed record ExpertSite(string Name, BufferPlan Input, BufferPlan Output, bool NeedsInputGradient);
