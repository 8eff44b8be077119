using System;
using System.IO;
using System.Text;
using MoE.Persistence;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

/// <summary>The header that is made when the program runs is the one that the compiler writes.</summary>
public class OwnHeaderTests
{
    [Fact]
    public void It_is_the_literal()
    {
        Compare(MoE.Generated.MoE_Tests_Models_TwoKinds_File.Layout, MoE.Generated.MoE_Tests_Models_TwoKinds_File.Header, MoE.Generated.MoE_Tests_Models_TwoKinds_File.ChecksumOffset);
        Compare(MoE.Generated.MoE_Tests_Models_TintClassifier_File.Layout, MoE.Generated.MoE_Tests_Models_TintClassifier_File.Header, MoE.Generated.MoE_Tests_Models_TintClassifier_File.ChecksumOffset);
    }

    private static void Compare(ModelLayout layout, ReadOnlySpan<byte> literal, int checksumOffset)
    {
        // Up to the digits of the checksum, and the quote and brace behind them.
        string beginning = Encoding.UTF8.GetString(literal[..(checksumOffset + 10)]);
        Encoding.UTF8.GetString(OwnHeader.Of(layout, beginning)).ShouldBe(Encoding.UTF8.GetString(literal));
    }

    [Fact]
    public void A_model_of_many_tensors_is_saved_and_loaded()
    {
        ManyExperts model = ManyExperts.Create(3);
        ManyExperts.Parameters.Length.ShouldBeGreaterThan(64);
        MemoryStream file = new();
        model.Save(file);
        (BitConverter.ToInt64(file.ToArray()) % 8).ShouldBe(0);
        float[] inputs = SampleData.Uniform(1, 5 * ManyExperts.InputSize, 1);
        ManyExperts.Load(file.ToArray()).Predict(inputs).ShouldBe(model.Predict(inputs));
    }
}
