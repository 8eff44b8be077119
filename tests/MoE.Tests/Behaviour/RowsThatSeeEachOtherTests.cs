using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>What a model promises whose rows see each other: the same bits for an equal batch on any number of threads, nothing allocated once warm.</summary>
public class RowsThatSeeEachOtherTests
{
    private const int Rows = 700;

    public static TheoryData<string> Names => new(_models.Select(model => model.Name));

    private static readonly ModelFactory[] _models =
    [
        ModelFactory.Regressor<GoldenExpertChoice>(),
        ModelFactory.Regressor<PassingThrough>(),
        ModelFactory.Regressor<NextBestModel>(),
        ModelFactory.Regressor<GoldenGShard>(),
        ModelFactory.Regressor<FewSlots>(),
        ModelFactory.Regressor<ManySlots>(),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_do_not_matter(string name)
    {
        IModel model = Of(name);
        float[] inputs = SampleData.Inputs(model, Rows), one = new float[Rows * model.Outputs], many = new float[one.Length];
        model.Predict(inputs, one, 1);
        model.Predict(inputs, many, 4);
        many.ShouldBe(one);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_allocated_once_warm(string name)
    {
        IModel model = Of(name);
        float[] inputs = SampleData.Inputs(model, Rows), outputs = new float[Rows * model.Outputs], weights = new float[Rows * model.TopK];
        int[] experts = new int[weights.Length];
        for (int call = 0; call < 100; call++)
            Run();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int call = 0; call < 20; call++)
                Run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        least.ShouldBe(0);

        void Run()
        {
            model.Predict(inputs, outputs, 1);
            model.Predict(inputs.AsSpan(0, model.Inputs), outputs.AsSpan(0, model.Outputs), 1);
            model.Route(inputs, experts, weights);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_gives_the_same_bits_on_any_number_of_threads(string name)
    {
        float[][] fitted = [.. new[] { 1, 4 }.Select(threads =>
        {
            IModel model = Of(name);
            model.Fit(SampleData.Inputs(model, 90), SampleData.Targets(model, 90), new FitOptions { Epochs = 2, Threads = threads });
            return model.Parameters.SelectMany(tensor => model.Get(tensor.Name)).ToArray();
        })];
        fitted[1].ShouldBe(fitted[0]);
    }

    private static IModel Of(string name) => _models.Single(model => model.Name == name).Create(1);
}
