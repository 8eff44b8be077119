namespace MoE.Persistence.Apr;

/// <summary>An expert as a file holds it. Each kind is a class, with a static <c>Kind</c> that says how it is read.</summary>
internal abstract record AprExpert
{
    /// <summary>The kind by which the file is read again.</summary>
    public abstract AprExpertKind WrittenAs { get; }

    /// <summary>Writes the expert.</summary>
    /// <exception cref="System.ArgumentException">It could not be read again.</exception>
    public abstract void Write(ref BincodeWriter writer);
}
