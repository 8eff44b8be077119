namespace MoE.Persistence.Apr;

/// <summary>A kind of expert. aprender's files do not say which kind they hold: whoever reads one must know.</summary>
/// <param name="name">The name of aprender's type, or of ours: it stands in files that aprender cannot read.</param>
/// <param name="read">Reads an expert of the kind.</param>
internal sealed class AprExpertKind(string name, ReadAprExpert read)
{
    /// <summary>The name of aprender's type, or of ours.</summary>
    public string Name => name;

    /// <summary>Whether it has trees, whose layout is not recorded either.</summary>
    public bool HasTrees { get; init; }

    /// <summary>Whether aprender has no such type.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Reads an expert of this kind.</summary>
    public AprExpert Read(ref BincodeReader reader, AprForestLayout layout) => read(ref reader, layout);
}
