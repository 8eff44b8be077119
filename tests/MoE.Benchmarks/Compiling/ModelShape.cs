namespace MoE.Benchmarks.Compiling;

/// <summary>The declaration of a model.</summary>
internal sealed record ModelShape(bool Gated, int Inputs, int Hidden, int Experts, int TopK, bool Training = true)
{
    /// <summary>One of many that all differ; the odd ones are gated.</summary>
    public static ModelShape Varied(int index) =>
        new(index % 2 == 1, Inputs: 16 + index, Hidden: 8 + 3 * index % 61, Experts: 2 + index % 7, TopK: 1 + index / 2 % 2);

    /// <summary>The source of a model of that name.</summary>
    public string Text(string name) => $$"""
        using MoE;

        namespace Declared;

        /// <summary>A declared model.</summary>
        [MixtureOfExperts({{Inputs}}, TopK = {{TopK}})]
        [{{(Gated ? "GatedExpert" : "FeedForwardExpert")}}({{Hidden}}, Count = {{Experts}})]
        [Classifier<Kind>]{{(Training ? "\n[Training]" : "")}}
        public sealed partial class {{name}};

        """;
}
