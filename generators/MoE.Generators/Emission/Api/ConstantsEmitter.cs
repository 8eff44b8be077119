using System.Linq;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>The sizes as constants, and the names of the experts. A model with errors has those that its attributes still tell.</summary>
internal static class ConstantsEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec spec, ModelPlan? plan)
    {
        Constant("int", "InputSize", spec.Inputs, "Features of a row.");
        Constant("int", "OutputSize", plan?.Root.Output.Width ?? spec.Classifier?.Members.Count ?? spec.Outputs, "Values that a row yields.");
        Constant("int", "ExpertCount", plan?.ExpertCount ?? TotalExperts(spec), "Experts to choose from.");
        Constant("int", "TopK", plan?.TopK ?? spec.Router.ExpertsOfRow(spec.TopK, TotalExperts(spec)), "Experts that work on a row.");
        Constant("long", "ParameterCount", plan?.Root.ParameterCount ?? 0, "Trained numbers.");
        Constant("long", "ActiveParameterCount", plan?.Root.ActiveParameterCount ?? 0, $"Trained numbers that work on a row: the gate{(spec.SharedExpert is null ? " and the TopK largest experts" : ", the TopK largest experts and the shared one")}.");
        Constant("long", "FlopsPerRow", 2 * plan?.Root.MultiplyAdds ?? 0, "Floating-point operations for a row, a multiply-add counted as two.");
        ExpertEnumEmitter.Emit(writer, spec);
        writer.Line();
        foreach (string name in new[] { "InputSize", "OutputSize", "ExpertCount", "TopK" })
            writer.Line($"static int global::MoE.IMixtureOfExperts<{spec.Declaration.Name}>.{name} => {name};");
        foreach (string name in new[] { "ParameterCount", "ActiveParameterCount", "FlopsPerRow" })
            writer.Line($"static long global::MoE.IMixtureOfExperts<{spec.Declaration.Name}>.{name} => {name};");

        void Constant(string type, string name, long value, string summary)
        {
            writer.Line();
            writer.Summary(summary);
            writer.Line($"public const {type} {name} = {value};");
        }
    }

    // As many as an int holds: a declaration with errors may ask for more.
    private static int TotalExperts(ModelSpec spec) =>
        (int)System.Math.Min(int.MaxValue, spec.Experts.Sum(expert => (long)expert.Count));
}
