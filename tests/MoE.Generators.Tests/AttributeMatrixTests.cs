using System.Linq;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>Every combination of a small matrix of attributes compiles.</summary>
public class AttributeMatrixTests
{
    // Those in which a row goes to one expert.
    private static readonly string[] _single =
    [
        "[HashGating]",
        "[SwitchGating(Jitter = 0.1)]",
    ];

    private static readonly string[] _gatings =
    [
        "",
        "[SoftmaxGating(Bias = false, Temperature = 0.5)]",
        "[SoftmaxGating(LearnTemperature = true, Weighting = GateWeighting.OverAll)]",
        "[SoftmaxGating(Weighting = GateWeighting.OverSelected)]",
        "[SoftGating(Temperature = 0.5)]",
        "[SoftmaxGating(Noise = GateNoise.Softplus, Jitter = 0.1)]",
        "[SoftmaxGating(Noise = GateNoise.Softmax, Bias = false, LearnTemperature = true)]",
        "[SoftmaxGating(GroupCount = 3, GroupTopK = 3)]",
        "[SigmoidGating(Scale = 2.5, Normalize = false, Bias = true)]",
        "[ExpertChoiceGating(ExpertsPerRow = 1.5, Bias = true)]",
        "[SlotGating(2)]",
        "[Gating<Rule>]",
        "[Gating<Learner>(Weighting = GateWeighting.OverAll)]",
    ];

    private static readonly string[] _experts =
    [
        "[FeedForwardExpert(Count = 3)]",
        "[FeedForwardExpert(5, Activation = Activation.Tanh), FeedForwardExpert(7, 3, Activation = Activation.Identity, EndNorm = true, Dropout = 0.2, Count = 2)]",
        "[FeedForwardExpert(4, 4, 4, Bias = false, Activation = Activation.Gelu, Name = \"A\", Count = 3)]",
        "[GatedExpert(9, Count = 2), GatedExpert(2, Bias = true, Activation = Activation.Sigmoid)]",
        "[GatedExpert(300, Activation = Activation.GeluTanh), FeedForwardExpert(300, Activation = Activation.SiLU), FeedForwardExpert(EndNorm = true)]",
    ];

    private static readonly string[] _training =
    [
        "",
        "[Training]",
        "[Training(LoadBalance = LoadBalance.None)]",
        "[Training(LoadBalance = LoadBalance.Switch, LoadBalanceWeight = 0.5)]",
    ];

    // Those that are not trained take turns.
    private static readonly string[] _formats = ["BFloat16", "Int8", "Int4", "Float32"];

    private const string Routers = """
        struct Rule : IGatingNetwork
        {
            void IGatingNetwork.Forward(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> parameters, System.Span<float> logits) => logits.Clear();
        }
        class Learner : ITrainableGating
        {
            public const int ParameterCount = 7;
            public void Forward(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> parameters, System.Span<float> logits) => logits.Clear();
            public void Backward(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> parameters, System.ReadOnlySpan<float> logitGradients, System.Span<float> parameterGradients) { }
        }

        """;

    public static TheoryData<string> Gatings => new(_gatings.Concat(_single));

    [Theory]
    [MemberData(nameof(Gatings))]
    public void Everything_compiles(string gating)
    {
        int model = 0, files = 0;
        string source = "using MoE; public enum Kind { A, B, C }\n" + Routers;
        foreach (string experts in _experts)
        {
            foreach (string training in _training)
            {
                int inputs = model % 3 == 0 ? 300 : 1 + model, topK = _single.Contains(gating) ? 1 : 1 + (model % 3);
                bool classifies = (model + (model / _training.Length)) % 2 == 1;
                string outputs = classifies ? "" : ", 17";
                string format = training.Length > 0 ? "" : $", WeightFormat = WeightFormat.{_formats[model / _training.Length % _formats.Length]}";
                source += $"[MixtureOfExperts({inputs}{outputs}, TopK = {topK}{(model % 2 == 0 ? "" : ", SparseInputs = true")}{format})] {gating} {experts} {(classifies ? "[Classifier<Kind>]" : "")} {training} public partial class M{model++};\n";
                files++;
            }
        }

        Generation.Of(source).ShouldCompile(files);
    }
}
