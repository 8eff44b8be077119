namespace MoE.Generators.Planning;

/// <summary>Where an expert stands.</summary>
/// <param name="Name">The name of its methods, unique in the mixture.</param>
/// <param name="Scope">The mixture's, which a mixture inside is named after.</param>
/// <param name="NeedsInputGradient">Whether its way back goes on to what it read: the gradient takes the inputs' place.</param>
internal sealed record ExpertSite(string Name, string Scope, BufferPlan Input, BufferPlan Output, bool NeedsInputGradient)
{
    /// <summary>Whether what it writes stands for classes.</summary>
    public bool IsClassifier { get; init; }

    /// <summary>Whether it is trained.</summary>
    public bool IsTrained { get; init; }

    /// <summary>How the weights of its linear layers are stored.</summary>
    public StorageFormat Storage { get; init; } = StorageFormat.Float32;
}
