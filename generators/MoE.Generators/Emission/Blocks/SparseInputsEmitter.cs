using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>What makes a mixture one of sparse rows: another object of its class, or one of the library's that writes rows out.</summary>
internal static class SparseInputsEmitter
{
    /// <summary>The last parameter of the mixture's constructor.</summary>
    public static string Parameter(MixturePlan mixture) => Reads(mixture) ? $", bool {SparseChoice.IsSparse} = false" : "";

    public static string Shape(MixturePlan mixture) => Reads(mixture)
        ? $"public MixtureShape Shape => {SparseChoice.IsSparse} ? s_sparseShape : s_shape;"
        : "public MixtureShape Shape => s_shape;";

    /// <summary>The members that only such a mixture has, each followed by an empty line.</summary>
    /// <param name="name">The mixture's class.</param>
    public static void Emit(SourceWriter writer, string name, MixturePlan mixture)
    {
        if (mixture.SparseInputs == SparseInputsPlan.None)
            return;
        writer.Summary("The same mixture of sparse rows.");
        if (Reads(mixture))
        {
            writer.Line($"public IMixtureKernels? ForSparseRows {{ get; }} = {SparseChoice.IsSparse} ? null : new {name}(parameters, {SparseChoice.IsSparse}: true);");
            writer.Line();
            writer.Summary("The sizes where rows are sparse.");
            writer.Line("private static readonly MixtureShape s_sparseShape = s_shape.OfSparseRows();");
            writer.Line();
            return;
        }
        string type = mixture.Training is null ? "global::MoE.Experts.Sparse.ExpandedKernels" : "ExpandedMixture";
        writer.Line($"public IMixtureKernels? ForSparseRows => _forSparseRows ??= new {type}(this);");
        writer.Line();
        writer.Line($"private {type}? _forSparseRows;");
        writer.Line();
    }

    private static bool Reads(MixturePlan mixture) => mixture.SparseInputs == SparseInputsPlan.Read;
}
