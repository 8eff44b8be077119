using System.Collections.Generic;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>Fit, ComputeGradients, Evaluate and what the trainer calls.</summary>
internal static class TrainingMembers
{
    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        string file = $"global::MoE.Generated.{GeneratedFile.ClassName(spec.Declaration, "File")}";
        (string type, string name, string doc) = spec.Classifier is { } classifier
            ? (classifier.EnumType, "labels", "[rows], the class of each row.")
            : ("float", "targets", "[rows x OutputSize], finite.");
        string data = $"global::System.ReadOnlySpan<float> inputs, global::System.ReadOnlySpan<{type}> {name}";
        string set = spec.Classifier is null
            ? "global::MoE.Training.TrainingSet.Regression(this, inputs, targets)"
            : "global::MoE.Training.TrainingSet.Classification(this, inputs, IndicesOf(labels))";
        string parameters = $"<param name=\"inputs\">[rows x InputSize], finite.</param>\n<param name=\"{name}\">{doc}</param>";

        yield return new Member(
            $"<summary>Trains router and experts together, by AdamW on mini-batches. The weights that come out depend on data, options and the weights that went in, not on the number of threads. Needs the model alone.</summary>\n{parameters}\n<param name=\"options\">Null: the defaults.</param>\n<returns>How it ended and the loss of each epoch. Cancelled or diverged, the weights are those of the last completed epoch.</returns>\n<exception cref=\"global::System.ArgumentException\">The data is empty, misshapen or not finite; nothing is changed.</exception>",
            $"public global::MoE.FitReport Fit({data}, global::MoE.FitOptions? options = null)",
            $"=> global::MoE.Training.Trainer.Fit(this, {set}, options);");
        yield return new Member(
            "<summary>Room for the gradients of all parameters, zeros at first.</summary>",
            "public global::MoE.Gradients CreateGradients()",
            $"=> new(new global::MoE.Persistence.ParameterBuffer({file}.Layout));");
        yield return new Member(
            $"<summary>The loss over all rows and its gradient by every parameter, without dropout.</summary>\n{parameters}\n<param name=\"gradients\">Overwritten.</param>\n<exception cref=\"global::System.ArgumentException\">The data is empty, misshapen or not finite; nothing is changed.</exception>",
            $"public global::MoE.LossReport ComputeGradients({data}, global::MoE.Gradients gradients)",
            $"=> global::MoE.Training.Trainer.ComputeGradients(this, {set}, gradients);");
        yield return new Member(
            $"<summary>Loss and the usual measures on data that is not trained on.</summary>\n{parameters}\n<exception cref=\"global::System.ArgumentException\">The data is empty or misshapen.</exception>",
            $"public global::MoE.Evaluation Evaluate({data})",
            $"=> global::MoE.Training.Evaluator.Evaluate(this, {set});");

        if (spec.Classifier is not null)
            yield return IndicesOf(spec.Classifier);
        foreach (Member member in Kernels())
            yield return member;
    }

    private static Member IndicesOf(ClassifierSpec classifier)
    {
        IEnumerable<string> cases = classifier.Nameable.Select((member, index) => $"        {classifier.EnumType}.{Identifier.Escape(member)} => {index},");
        return Member.Hidden(
            $"private static int[] IndicesOf(global::System.ReadOnlySpan<{classifier.EnumType}> labels)",
            $$"""
            int[] indices = new int[labels.Length];
            for (int row = 0; row < labels.Length; row++)
            {
                indices[row] = labels[row] switch
                {
            {{string.Join("\n", cases)}}
                    _ => throw global::MoE.Training.UnknownLabel.At(labels, row),
                };
            }
            return indices;
            """);
    }

    private static IEnumerable<Member> Kernels()
    {
        const string Model = "global::MoE.Training.ITrainableModel.";
        yield return Member.Hidden($"int {Model}InputSize", "=> InputSize;");
        yield return Member.Hidden($"int {Model}TargetSize", "=> OutputSize;");
        yield return Member.Hidden($"global::MoE.Persistence.ParameterBuffer {Model}Parameters", "=> _parameters;");
        yield return Member.Hidden(
            $"global::MoE.LossReport {Model}ComputeGradients(in global::MoE.Training.TrainingSet trainingSet, global::System.ReadOnlySpan<int> rows, global::MoE.Persistence.ParameterBuffer gradients, in global::MoE.Training.TrainingStep trainingStep)",
            "=> global::MoE.Training.MixtureTrainer.ComputeGradients(_mixture, trainingSet, rows, gradients, trainingStep);");
    }
}
