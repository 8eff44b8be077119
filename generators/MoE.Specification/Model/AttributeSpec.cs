namespace MoE.Specification;

/// <summary>One attribute of a model as the user wrote it. The table of its type says which arguments it has.</summary>
public abstract record AttributeSpec
{
    /// <summary>The full metadata name of the attribute.</summary>
    public abstract string Attribute { get; }

    /// <summary>Whether what it names exists and works: else the compiler, or a rule elsewhere, says so.</summary>
    public virtual bool IsComplete => true;
}
