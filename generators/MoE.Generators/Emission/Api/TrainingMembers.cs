using System.Collections.Generic;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>Fit, ComputeGradients, Evaluate and what the trainer calls.</summary>
internal static class TrainingMembers
{
    private const string Trainer = "global::MoE.Training.Trainer";
    private const string Options = "<param name=\"options\">Null: the defaults.</param>";
    private const string Refused = "<exception cref=\"global::System.ArgumentException\">The data is empty, misshapen or not finite; nothing is changed.</exception>";
    private const string OptionsParameter = "global::MoE.FitOptions? options = null";

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
            $"<summary>Trains router and experts together, by AdamW on mini-batches. The weights that come out depend on data, options and the weights that went in, not on the number of threads. Needs the model alone.</summary>\n{parameters}\n{Options}\n<returns>How it ended and the loss of each epoch. Cancelled or diverged, the weights are those of the last completed epoch.</returns>\n{Refused}",
            $"public global::MoE.FitReport Fit({data}, {OptionsParameter})",
            $"=> {Trainer}.Fit(this, {set}, options);");
        string stream = spec.Classifier is null
            ? "global::MoE.Training.TrainingSet.Regression(this, batch.Inputs.Span, batch.Targets.Span)"
            : "global::MoE.Training.TrainingSet.Classification(this, batch.Inputs.Span, IndicesOf(batch.Targets.Span))";
        yield return new Member(
            $"<summary>The same with rows that need not be in memory together: mini-batches are taken from each batch, shuffled within it.</summary>\n<param name=\"batches\">Some rows at a time, read again in each epoch.</param>\n{Options}\n<exception cref=\"global::System.ArgumentException\">A batch is misshapen or not finite, or there are no rows; the weights are those of the last completed epoch.</exception>",
            $"public global::MoE.FitReport Fit(global::System.Collections.Generic.IEnumerable<global::MoE.RowBatch<{type}>> batches, {OptionsParameter})",
            $"=> {Trainer}.Fit(this, batches, batch => {stream}, isClassification: {(spec.Classifier is null ? "false" : "true")}, options);");
        foreach (Member member in spec.Backbone is null ? TwoStages(spec, data, set, parameters) : [])
            yield return member;
        yield return new Member(
            "<summary>Room for the gradients of all parameters, zeros at first.</summary>",
            "public global::MoE.Gradients CreateGradients()",
            $"=> new(new global::MoE.Persistence.ParameterBuffer({file}.Layout));");
        yield return new Member(
            $"<summary>The loss over all rows and its gradient by every parameter, without dropout, jitter or noise.</summary>\n{parameters}\n<param name=\"gradients\">Overwritten.</param>\n{Refused}",
            $"public global::MoE.LossReport ComputeGradients({data}, global::MoE.Gradients gradients)",
            $"=> {Trainer}.ComputeGradients(this, {set}, gradients);");
        if (spec.Router.HasNoise && spec.Backbone is null)
        {
            yield return new Member(
                $"<summary>The same with the router's noise given.</summary>\n{parameters}\n<param name=\"routerNoise\">[rows x ExpertCount], standard normals.</param>\n<param name=\"gradients\">Overwritten.</param>\n{Refused}",
                $"public global::MoE.LossReport ComputeGradients({data}, global::System.ReadOnlySpan<float> routerNoise, global::MoE.Gradients gradients)",
                $"=> {Trainer}.ComputeGradients(this, {set}.WithRouterNoise(this, routerNoise), gradients);");
        }
        yield return new Member(
            $"<summary>Loss and the usual measures on data that is not trained on.</summary>\n{parameters}\n<exception cref=\"global::System.ArgumentException\">The data is empty or misshapen.</exception>",
            $"public global::MoE.Evaluation Evaluate({data})",
            $"=> global::MoE.Training.Evaluator.Evaluate(this, {set});");
        if (spec.RowsSeeEachOther)
        {
            string sequences = $"global::System.ReadOnlySpan<float> inputs, int length, global::System.ReadOnlySpan<{type}> {name}";
            string sequenceParameters = $"<param name=\"inputs\">[rows x InputSize], finite, sequences one after the other.</param>\n<param name=\"length\">Rows of a sequence, at least 1.</param>\n<param name=\"{name}\">{doc}</param>";
            yield return new Member(
                $"<summary>The loss over sequences of equal length and its gradient by every parameter.</summary>\n{sequenceParameters}\n<param name=\"gradients\">Overwritten.</param>\n{Refused}",
                $"public global::MoE.LossReport ComputeGradients({sequences}, global::MoE.Gradients gradients)",
                $"=> {Trainer}.ComputeGradients(this, {set}, gradients, length);");
            yield return new Member(
                $"<summary>Loss and the usual measures on sequences of equal length.</summary>\n{sequenceParameters}\n<exception cref=\"global::System.ArgumentException\">The data is empty or misshapen.</exception>",
                $"public global::MoE.Evaluation Evaluate({sequences})",
                $"=> global::MoE.Training.Evaluator.Evaluate(this, {set}, length);");
        }

        foreach (Member member in Kernels(spec))
            yield return member;
    }

    private static IEnumerable<Member> TwoStages(ModelSpec spec, string data, string set, string parameters)
    {
        yield return new Member(
            $"<summary>Two-stage training, first stage: trains one expert by itself, on rows that are to be its own. Nothing else of the model changes.</summary>\n<param name=\"expert\">From 0 to ExpertCount - 1.</param>\n{parameters}\n{Options}\n{Refused}",
            $"public global::MoE.FitReport FitExpert(int expert, {data}, {OptionsParameter})",
            $"=> {Trainer}.FitExpert(this, expert, {set}, options);");
        yield return new Member(
            $"<summary>Two-stage training, second stage: trains the router; the experts stay as they are.</summary>\n{parameters}\n{Options}\n{Refused}\n<exception cref=\"global::System.InvalidOperationException\">The gating has no parameters.</exception>",
            $"public global::MoE.FitReport FitGate({data}, {OptionsParameter})",
            $"=> {Trainer}.FitGate(this, {set}, options);");
        yield return new Member(
            $"<summary>Trains the router to what each expert loses on each row: the task loss is the sum of its shares times the losses, in the mean over the rows. The experts stay as they are and do not run.</summary>\n<param name=\"inputs\">[rows x InputSize], finite.</param>\n<param name=\"expertLosses\">[rows x ExpertCount], finite.</param>\n{Options}\n{Refused}\n<exception cref=\"global::System.InvalidOperationException\">The gating has no parameters.</exception>",
            $"public global::MoE.FitReport FitGateToLosses(global::System.ReadOnlySpan<float> inputs, global::System.ReadOnlySpan<float> expertLosses, {OptionsParameter})",
            $"=> {Trainer}.FitGate(this, global::MoE.Training.TrainingSet.OfExpertLosses(this, inputs, expertLosses), options);");
    }

    private static IEnumerable<Member> Kernels(ModelSpec spec)
    {
        const string Model = "global::MoE.Training.ITrainableModel.";
        const string Gradients = $"global::MoE.LossReport {Model}ComputeGradients(in global::MoE.Training.TrainingSet trainingSet, global::System.ReadOnlySpan<int> rows, global::MoE.Persistence.ParameterBuffer gradients, in global::MoE.Training.TrainingStep trainingStep)";
        yield return Member.Hidden($"int {Model}InputSize", "=> InputSize;");
        yield return Member.Hidden($"int {Model}TargetSize", "=> OutputSize;");
        yield return Member.Hidden($"global::MoE.Persistence.ParameterBuffer {Model}Parameters", "=> _parameters;");
        if (spec.Backbone is not null)
        {
            yield return Member.Hidden($"bool {Model}RowsSeeEachOther", "=> true;");
            yield return Member.Hidden(
                Gradients, "=> global::MoE.Sequences.BackboneTrainer.ComputeGradients(_sequence, trainingSet, rows, gradients, trainingStep);");
            yield break;
        }
        yield return Member.Hidden("global::MoE.Training.ITrainableMixture global::MoE.Training.IMixtureModel.Mixture", "=> _mixture;");
        if (spec.ResidualBlock is null)
            yield break;
        yield return Member.Hidden("string global::MoE.Training.IMixtureModel.MixturePrefix", $"=> {Literal.Of(ResidualPlan.MixturePrefix)};");
        yield return Member.Hidden(
            Gradients, "=> global::MoE.Blocks.ResidualTrainer.ComputeGradients(_block, _mixture, trainingSet, rows, _parameters, gradients, trainingStep);");
    }
}
