namespace MoE.Analyzers.Tests.Mutations;

/// <summary>The types that drawn declarations name, in a file that no mutation touches.</summary>
internal static class Companions
{
    public static readonly string[] Enums = ["Kind", "Shelf.Size", "Shelf<int>.Rack"];

    /// <summary>Experts of their own kind, and models to nest: from 4 inputs to 2 outputs.</summary>
    public static readonly string[] Experts = ["Constant", "Learner", "Keeper", "Nested", "NestedTrained", "Deep"];

    public static readonly string[] Gatings = ["Rule", "TrainedRule"];

    public const string Source = """
        public enum Kind { A, @class }
        public class Shelf { public enum Size : byte { Small = 200, Größe = 3 } }
        public class Shelf<T> { public enum Rack : long { Top = long.MaxValue, Low = long.MinValue } }

        public struct Constant : IExpert
        {
            public const int InputSize = 4, OutputSize = 2;
            public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output) => output.Fill(0.5f);
        }
        public class Learner : ITrainableExpert
        {
            public const int InputSize = 4, OutputSize = 2, ParameterCount = 3;
            public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output) => output.Fill(0.5f);
            public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients) { }
        }
        public class Keeper : ISavedExpert
        {
            public const int InputSize = 4, OutputSize = 2;
            public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output) => output.Fill(0.5f);
            public void Save(System.Buffers.IBufferWriter<byte> state) { }
            public void Load(ReadOnlySpan<byte> state) { }
        }
        public struct Rule : IGatingNetwork
        {
            void IGatingNetwork.Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits) => logits.Clear();
        }
        public class TrainedRule : ITrainableGating
        {
            public const int InputSize = 4, ParameterCount = 7;
            public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits) => logits.Clear();
            public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, ReadOnlySpan<float> logitGradients, Span<float> parameterGradients) { }
        }

        public class Plain { }
        public class NoDefault(int x) { public int X => x; }
        public abstract class Unfinished { public abstract void Predict(); protected abstract int TopK { get; } }
        public class Hiding { public int Predict; public virtual int Save(string path) => 0; public static int Create => 1; protected class Expert { } }
        public class Needing { public required int Needed { get; set; } }
        public class Generic<T> { public T? Value; public sealed override string ToString() => ""; }
        public sealed class Sealed { }
        public record Recorded(int X);
        public interface IPredicts { void Predict(); int TopK { get; } static abstract int InputSize { get; } }
        public interface IDefault { int Load(int x) => x; static virtual int Create() => 1; }
        [Flags] public enum Many { A = 1, B = 2 }
        public enum Alias { A, B = A }
        public enum Single { A }
        public enum Empty { }
        internal enum Hidden { A, B }
        """;

    /// <summary>Those that are models, in an assembly of their own: compiled once, not with every program.</summary>
    public const string Models = """
        [MixtureOfExperts(4, 2), FeedForwardExpert(3, Count = 2)] public partial class Nested;
        [MixtureOfExperts(4, 2, TopK = 2), GatedExpert(3, Count = 2), Training] public partial class NestedTrained;
        [MixtureOfExperts(4, 2), Expert<NestedTrained>(Count = 2), RandomForestExpert(2), Training(LoadBalance = LoadBalance.Switch)] public partial class Deep;
        """;
}
