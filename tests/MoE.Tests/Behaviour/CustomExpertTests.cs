using System;
using System.IO;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>Experts of a user's own types.</summary>
public class CustomExpertTests
{
    private const int Rows = 29;
    private readonly float[] _inputs = SampleData.Uniform(1, Rows * 6, 1);
    private readonly float[] _targets = SampleData.Uniform(2, Rows * 3, 1);

    [Fact]
    public void A_line_is_a_linear_expert_without_bias()
    {
        CustomExperts model = CustomExperts.Create(1);
        float[] weights = new float[18], ours = new float[Rows * 3], theirs = new float[Rows * 3];
        model.GetParameter("experts.0.0.weight", weights);
        model.SetParameter("experts.1.parameters", weights);
        model.PredictExpert(0, _inputs, theirs);
        model.PredictExpert((int)CustomExperts.Expert.Line0, _inputs, ours);
        ours.Zip(theirs).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
    }

    [Fact]
    public void Its_gradients_are_a_linear_expert_s()
    {
        CustomExperts model = CustomExperts.Create(1), turned = CustomExperts.Create(1);
        float[] first = new float[18], second = new float[18];
        model.GetParameter("experts.0.0.weight", first);
        model.GetParameter("experts.1.parameters", second);
        turned.SetParameter("experts.0.0.weight", second);
        turned.SetParameter("experts.1.parameters", first);
        // The router's first two experts change places, too.
        foreach ((string name, int size) in new[] { ("gate.weight", 6), ("gate.bias", 1) })
        {
            float[] gate = new float[4 * size];
            model.GetParameter(name, gate);
            turned.SetParameter(name, [.. gate[size..(2 * size)], .. gate[..size], .. gate[(2 * size)..]]);
        }
        Gradients ours = model.CreateGradients(), theirs = turned.CreateGradients();
        model.ComputeGradients(_inputs, _targets, ours).Total.ShouldBe(turned.ComputeGradients(_inputs, _targets, theirs).Total, 1e-6);
        ours.Get("experts.1.parameters", first);
        theirs.Get("experts.0.0.weight", second);
        first.ShouldContain(value => value != 0);
        first.Zip(second).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
    }

    [Fact]
    public void It_learns()
    {
        CustomExperts model = CustomExperts.Create(1);
        float[] before = new float[18], after = new float[18];
        model.GetParameter("experts.2.parameters", before);
        FitReport report = model.Fit(_inputs, _targets, new FitOptions { Epochs = 30, LearningRate = 0.01 });
        model.GetParameter("experts.2.parameters", after);
        after.ShouldNotBe(before);
        report.Epochs[^1].Task.ShouldBeLessThan(report.Epochs[0].Task);
    }

    [Fact]
    public void What_it_knows_is_saved()
    {
        CustomExperts model = CustomExperts.Create(1);
        ((ConstantExpert)model.GetExpert((int)CustomExperts.Expert.Constant)).Value = 7;
        MemoryStream file = new();
        model.Save(file);
        CustomExperts loaded = CustomExperts.Load(file.ToArray());
        ((ConstantExpert)loaded.GetExpert(3)).Value.ShouldBe(7);
        loaded.Predict(_inputs).ShouldBe(model.Predict(_inputs));
        file.Position = 0;
        CustomExperts.Load(file).Predict(_inputs).ShouldBe(model.Predict(_inputs));
        ((ConstantExpert)CustomExperts.Create(1).GetExpert(3)).Value.ShouldBe(1);
    }

    [Fact]
    public void Each_model_has_its_own()
    {
        CustomExperts one = CustomExperts.Create(1), other = CustomExperts.Create(1);
        one.GetExpert(1).ShouldNotBeSameAs(other.GetExpert(1));
        one.GetExpert(1).ShouldNotBeSameAs(one.GetExpert(2));
        Should.Throw<ArgumentException>(() => one.GetExpert(0)).Message.ShouldContain("Expert 0 is no type of your own");
        Should.Throw<ArgumentException>(() => one.GetExpert(4));
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_it_is_damaged()
    {
        MemoryStream file = new();
        CustomExperts.Create(1).Save(file);
        byte[] bytes = file.ToArray();
        for (int length = 0; length < bytes.Length; length += 3)
            Should.Throw<ModelFormatException>(() => CustomExperts.Load(bytes.AsSpan(0, length)));
        for (int place = 0; place < bytes.Length; place++)
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= (byte)(1 << (place % 8));
            try
            {
                CustomExperts.Load(damaged);
            }
            catch (ModelFormatException)
            {
            }
        }
    }

    [Fact]
    public void A_state_that_is_none_is_refused_by_name()
    {
        MemoryStream file = new();
        CustomExperts.Create(1).Save(file);
        string text = System.Text.Encoding.Latin1.GetString(file.ToArray());
        // Two bytes instead of four; without what vouches for the data.
        byte[] shorter = System.Text.Encoding.Latin1.GetBytes(text[..^2]
            .Replace("\"shape\":[4],\"data_offsets\":[328,332]", "\"shape\":[2],\"data_offsets\":[328,330]").Replace("moe.crc32", "our.crc32").Replace("moe.model", "our.model"));
        Should.Throw<ModelFormatException>(() => CustomExperts.Load(shorter)).Message.ShouldContain("'experts.3.state' is no state of ConstantExpert: A constant has 4 bytes.");
        byte[] missing = System.Text.Encoding.Latin1.GetBytes(text.Replace("experts.3.state", "experts.3.skate"));
        Should.Throw<ModelFormatException>(() => CustomExperts.Load(missing)).Message.ShouldContain("lacks tensor 'experts.3.state'");
    }

    [Fact]
    public void Probabilities_of_a_type_and_of_networks_are_mixed()
    {
        CustomClassifier model = CustomClassifier.Create(1);
        float[] inputs = SampleData.Uniform(3, Rows * 11, 1), outputs = model.Predict(inputs), mixed = new float[Rows * 3];
        int[] experts = new int[Rows * 2];
        float[] weights = new float[Rows * 2], first = new float[Rows * 3];
        model.Route(inputs, experts, weights);
        model.PredictExpert(0, inputs, first);
        for (int row = 0; row < Rows; row++)
            first[row * 3].ShouldBe(inputs[row * 11] > 0 ? 0.5f : 0.25f);
        float[][] said = [.. Enumerable.Range(0, 3).Select(expert =>
        {
            float[] values = new float[Rows * 3];
            model.PredictExpert(expert, inputs, values);
            return values;
        })];
        for (int index = 0; index < mixed.Length; index++)
        {
            int row = index / 3;
            double share = (weights[row * 2] * said[experts[row * 2]][index]) + (weights[(row * 2) + 1] * said[experts[(row * 2) + 1]][index]);
            outputs[index].ShouldBe((float)Math.Log(share), 1e-5f);
        }
    }
}
