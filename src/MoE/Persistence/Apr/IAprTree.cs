namespace MoE.Persistence.Apr;

/// <summary>What a forest must know about its kind of tree to be read.</summary>
/// <typeparam name="TSelf">The kind of tree.</typeparam>
internal interface IAprTree<TSelf> where TSelf : AprTree, IAprTree<TSelf>
{
    /// <summary>Whether leaves answer classes.</summary>
    static abstract bool Classifies { get; }

    /// <summary>What a tree takes at least, in any layout.</summary>
    static abstract int FewestBytes { get; }

    /// <summary>The bytes of a target that the forest was trained with.</summary>
    static abstract int TargetBytes { get; }

    /// <summary>Reads a tree.</summary>
    static abstract TSelf Read(ref BincodeReader reader, AprForestLayout layout, AprNodeReader nodes);
}
