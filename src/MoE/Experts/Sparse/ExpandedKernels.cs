using System.ComponentModel;
using MoE.Experts.Forests;
using MoE.Routing;

namespace MoE.Experts.Sparse;

/// <summary>A mixture of sparse rows some of whose parts read whole ones: rows are written out where they are gathered.</summary>
/// <param name="mixture">The mixture of whole rows.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ExpandedKernels(IMixtureKernels mixture) : IMixtureKernels
{
    /// <inheritdoc/>
    public MixtureShape Shape { get; } = mixture.Shape.OfSparseRows(expands: true);

    /// <inheritdoc/>
    public Router Router => mixture.Router;

    /// <inheritdoc/>
    public ref float Parameters => ref mixture.Parameters;

    /// <inheritdoc/>
    public ForestExpert? Forest(int expert) => mixture.Forest(expert);

    /// <inheritdoc/>
    public void Gate(ref float inputs, ref float logits, int rows) => mixture.Gate(ref inputs, ref logits, rows);

    /// <inheritdoc/>
    public void RunExpert(int expert, ref float inputs, ref float outputs, int rows, ref float scratch) =>
        mixture.RunExpert(expert, ref inputs, ref outputs, rows, ref scratch);
}
