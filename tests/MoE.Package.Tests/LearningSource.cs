namespace MoE.Package.Tests;

/// <summary>Two models, and a method that trains them and says the bits that come out.</summary>
public static class LearningSource
{
    public static string In(string name) => $$"""
        using System;
        using System.Runtime.InteropServices;
        using System.Security.Cryptography;
        using MoE;

        namespace {{name}};

        /// <summary>Learns.</summary>
        public static class Learning
        {
            /// <summary>What was learnt, in short.</summary>
            public static string Bits()
            {
                float[] points = new float[2 * 150], distances = new float[150];
                Side[] sides = new Side[150];
                for (int row = 0; row < sides.Length; row++)
                {
                    float x = points[2 * row] = (row * 37 % 101 / 50f) - 1, y = points[(2 * row) + 1] = (row * 53 % 97 / 48f) - 1;
                    sides[row] = x > y ? Side.Below : Side.Above;
                    distances[row] = x - y;
                }

                Halves halves = Halves.Create(1);
                halves.Fit(points, sides, new FitOptions { Epochs = 2 });
                Distance distance = Distance.Create(ulong.MaxValue);
                distance.Fit(points, distances, new FitOptions { Epochs = 2 });
                return Short(halves.Predict(points)) + " " + Short(distance.Predict(points));
            }

            private static string Short(float[] numbers) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(numbers.AsSpan())))[..12];
        }

        /// <summary>A class of points.</summary>
        public enum Side
        {
            /// <summary>Of the line.</summary>
            Below = -1,

            /// <summary>Of the line.</summary>
            Above = int.MaxValue,
        }

        /// <summary>A classifier.</summary>
        [MixtureOfExperts(2, TopK = 2, CapacityFactor = 1.25)]
        [SoftmaxGating(Temperature = 1.5, Noise = GateNoise.Softplus)]
        [FeedForwardExpert(8, Name = "Left", Dropout = 0.1, EndNorm = true)]
        [GatedExpert(1200, Name = "Right")]
        [RandomForestExpert(3)]
        [Classifier<Side>]
        [Training(LoadBalanceWeight = 1e-3)]
        public sealed partial class Halves { }

        /// <summary>A regressor.</summary>
        [MixtureOfExperts(2, 1)]
        [HashGating]
        [FeedForwardExpert(8, Count = 3)]
        [Training]
        public sealed partial class Distance { }
        """;
}
