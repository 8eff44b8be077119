using System;
using System.IO;
using System.Linq;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>Code that is generic over models.</summary>
public class GenericCodeTests
{
    [Fact]
    public void A_regressor_saves_loads_and_predicts() => SaveLoadPredict<TwoKinds>();

    [Fact]
    public void A_classifier_saves_loads_and_predicts() => SaveLoadPredict<TintClassifier>();

    [Fact]
    public void A_wide_model_saves_loads_and_predicts() => SaveLoadPredict<ThreeHundredWide>();

    [Fact]
    public void Sizes_are_those_of_the_declaration()
    {
        (TwoKinds.InputSize, TwoKinds.OutputSize, TwoKinds.ExpertCount, TwoKinds.TopK).ShouldBe((17, 3, 4, 2));
        // Gate 4 x 17 + 4, temperature 1; wide 63 x 17 + 63, 3 x 63 + 3, norm 6; gated 3 x 17 x 17 less 14 rows; linear 3 x 17; narrow.
        const int Wide = (63 * 17) + 63 + (3 * 63) + 3 + 6;
        const int Gated = (2 * 17 * 17) + (3 * 17);
        const int Linear = 3 * 17;
        const int Narrow = (3 * 17) + 3 + 3 + 1 + 3 + 3;
        const int Gate = (4 * 17) + 4 + 1;
        TwoKinds.ParameterCount.ShouldBe(Gate + Wide + Gated + Linear + Narrow);
        TwoKinds.ActiveParameterCount.ShouldBe(Gate + Wide + Gated);
        TintClassifier.OutputSize.ShouldBe(5);
        ((int)TwoKinds.Expert.Gated, (int)TwoKinds.Expert.Narrow).ShouldBe((1, 3));
        ((int)TintClassifier.Expert.Tint0, (int)TintClassifier.Expert.Tint2).ShouldBe((0, 2));
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void The_count_is_that_of_the_parameters(string shape)
    {
        IModel model = Shapes.Of(shape).Create(1);
        long count = (long)model.Type.GetField("ParameterCount")!.GetValue(null)!;
        model.Parameters.Where(tensor => tensor.Trained).Sum(tensor => tensor.Shape.Aggregate(1L, (product, size) => product * size)).ShouldBe(count);
    }

    [Fact]
    public void One_expert_is_what_a_mixture_of_it_would_be()
    {
        OneExpert model = OneExpert.Create(3);
        float[] rows = SampleData.Uniform(1, 9, 1f), outputs = new float[3];
        model.PredictExpert(0, rows, outputs);
        model.Predict(rows).ShouldBe(outputs);
    }

    private static void SaveLoadPredict<T>()
        where T : IMixtureOfExperts<T>
    {
        T model = T.Create(9);
        float[] rows = SampleData.Uniform(1, 5 * T.InputSize, 1f);
        float[] expected = model.Predict(rows);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            model.Save(path);
            T.Load(path).Predict(rows).ShouldBeTheBits(expected, "path");
            byte[] file = File.ReadAllBytes(path);
            T.Load(file).Predict(rows).ShouldBeTheBits(expected, "bytes");
            T.Load(new MemoryStream(file)).Predict(rows).ShouldBeTheBits(expected, "stream");

            file[^1] ^= 1;
            Should.Throw<ModelFormatException>(() => T.Load(file));
            Should.Throw<ModelFormatException>(() => T.Load(file.AsSpan(0, file.Length - 4)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
