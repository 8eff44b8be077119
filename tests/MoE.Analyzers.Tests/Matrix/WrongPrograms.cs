using System.Collections.Immutable;

namespace MoE.Analyzers.Tests.Matrix;

/// <summary>A wrong program for each rule that speaks of a model or of its use, to be put anywhere.</summary>
internal static class WrongPrograms
{
    /// <summary>What they refer to, in a file of its own.</summary>
    public const string Companions = """
        public enum Kind { First, Second }

        [Flags] public enum Marks { One = 1, Two = 2 }

        public class Plain { }

        public class Narrow : IExpert
        {
            public const int InputSize = 3, OutputSize = 2, ParameterCount = 1;
            public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output) => output.Clear();
        }

        [MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2)] public partial class Untrained;

        [MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2), Training] public partial class Trained;
        """;

    /// <summary>With what the rules say marked. A model is called Model.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2)] public class {|MOE0001:Model|} { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2)] public abstract partial class {|MOE0003:Model|} { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8)] public partial class Model { } [{|MOE0004:GatedExpert(8)|}] public partial class Model { }",
        "[MixtureOfExperts({|MOE0006:Trained.InputSize|}, 2), FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2)] public partial class Model { public int {|MOE0007:Predict|} => 1; }",
        "[{|MOE0008:FeedForwardExpert(8)|}] public partial class Model { }",
        "[MixtureOfExperts(4, 2, TopK = {|MOE0101:3|}), FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2, TopK = {|MOE0102:0|}), FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[{|MOE0103:MixtureOfExperts(4, 2)|}] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2), HashGating, {|MOE0104:SoftGating|}] public partial class Model { }",
        "[MixtureOfExperts(4, 2, TopK = {|MOE0105:2|}), FeedForwardExpert(8, Count = 2), SwitchGating] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 8), SigmoidGating(GroupCount = {|MOE0106:3|})] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8), Expert<{|MOE0107:Narrow|}>] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8), Expert<{|MOE0108:Model|}>] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8), Expert<{|MOE0109:Plain|}>] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Name = \"A\"), FeedForwardExpert(8, Name = {|MOE0110:\"A\"|})] public partial class Model { }",
        "[MixtureOfExperts(4, {|MOE0111:6|}), FeedForwardExpert(8, Count = 2), Classifier<Kind>] public partial class Model { }",
        "[MixtureOfExperts(4), RandomForestExpert(9, Count = 2), Classifier<Kind>(Mixing = {|MOE0112:Mixing.Logits|})] public partial class Model { }",
        "[MixtureOfExperts(4, 2, CapacityFactor = 1.25, Overflow = {|MOE0113:Overflow.PassThrough|}), FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2, TopK = {|MOE0114:2|}), FeedForwardExpert(8, Count = 3), SoftGating] public partial class Model { }",
        "[MixtureOfExperts(4), FeedForwardExpert(8, Count = 2), Classifier<{|MOE0115:Marks|}>] public partial class Model { }",
        "[{|MOE0116:MixtureOfExperts(4)|}, FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2), Training(Loss = {|MOE0117:Loss.CrossEntropy|})] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8), Expert<{|MOE0118:Untrained|}>, Training] public partial class Model { }",
        "[MixtureOfExperts(4, 2, WeightFormat = {|MOE0119:WeightFormat.Int8|}), FeedForwardExpert(8, Count = 2), Training] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 4), Training(LoadBalance = {|MOE0120:LoadBalance.LoadCv|})] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2, Activation = {|MOE0121:(Activation)99|})] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8), {|MOE0122:RandomForestExpert(9)|}, SlotGating(2), Training] public partial class Model { }",
        "[MixtureOfExperts(4, 2), {|MOE0130:Backbone(8, 2)|}, FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, {|MOE0131:AttentionMixer(2)|}, FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), Backbone(8, 2), AttentionMixer({|MOE0132:3|}), FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), Backbone(8, 2, MixtureEvery = {|MOE0133:3|}), MambaMixer, FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), {|MOE0134:ResidualBlock|}, FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8), {|MOE0135:MambaExpert|}] public partial class Model { }",
        "[MixtureOfExperts(4, 2, CapacityFactor = 2, CapacityScope = {|MOE0136:CapacityScope.Always|}), Backbone(8, 2), MambaMixer, FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), Backbone(8, 2, Head = {|MOE0137:false|}), MambaMixer, FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert({|MOE0201:0|}, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2, CapacityFactor = {|MOE0202:-1|}), FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2), SoftmaxGating(Temperature = {|MOE0203:0|})] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2, Dropout = {|MOE0204:1|})] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2), Training(LoadBalanceWeight = {|MOE0205:-1|})] public partial class Model { }",
        "[MixtureOfExperts(4, 2, CapacityFactor = {|MOE0206:0.5|}), FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[{|MOE0207:MixtureOfExperts(4, 2)|}, FeedForwardExpert(8)] public partial class Model { }",
        "[MixtureOfExperts(4, 2, TopK = {|MOE0208:2|}), FeedForwardExpert(8, Count = 2)] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2), Training(LoadBalance = {|MOE0209:LoadBalance.None|})] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2), SoftmaxGating(Weighting = {|MOE0210:GateWeighting.OverSelected|}), Training] public partial class Model { }",
        "[MixtureOfExperts(4, TopK = {|MOE0211:1|}), FeedForwardExpert(8, Count = 2), Classifier<Kind>(Mixing = Mixing.Probabilities), Training] public partial class Model { }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert({|MOE0301:50|}, Count = 2)] public partial class Model { }",
        "[{|MOE0302:MixtureOfExperts(65536, 65536)|}, FeedForwardExpert(65536, Count = 2)] public partial class Model { }",
        "public class Caller { public static float[] Call(Trained model) => model.Predict({|MOE0401:new float[5]|}); }",
        "[MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2)] public partial class Model { } public class Caller { public static void Call(Model model) => model.{|MOE0402:Fit|}(new float[4], new float[2]); }",
        "public class Caller { public static void Call(Trained model, float[] rows, float[] outputs) { for (int row = 0; row < 9; row++) model.{|MOE0403:Predict|}(rows.AsSpan(4 * row, 4), outputs.AsSpan(2 * row, 2)); } }",
    ];
}
