using System;
using System.Linq;
using System.Runtime.CompilerServices;
using MoE.Experts;
using MoE.Routing;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>
/// The interface of routers carries a gating whose rows see each other: here the experts take turns over the rows of a
/// call that count, which no row could know by itself.
/// </summary>
public class BatchRouterTests
{
    private const int Experts = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void All_rows_of_a_call_are_one_batch(int rows)
    {
        float[] inputs = [.. Enumerable.Range(0, rows).Select(row => (float)row)];
        int[] experts = new int[rows];
        RowRouter.Route(new Mixture(), inputs, experts, new float[rows]);
        experts.ShouldBe(Enumerable.Range(0, rows).Select(row => row % Experts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Threads_do_not_split_it(int threads)
    {
        const int Rows = 3000;
        float[] inputs = [.. Enumerable.Range(0, Rows).Select(row => (float)row)], outputs = new float[Rows];
        MixturePredictor.Predict(new Mixture(), inputs, outputs, Rows, threads);
        outputs.ShouldBe(inputs.Select((value, row) => value * (1 + (row % Experts))));
    }

    [Fact]
    public void A_row_that_is_not_finite_takes_no_turn()
    {
        int[] experts = new int[4];
        RowRouter.Route(new Mixture(), [1, float.NaN, 2, 3], experts, new float[4]);
        experts.ShouldBe([0, 0, 1, 2]);
    }

    [Fact]
    public void Rows_said_to_be_independent_would_be_split()
    {
        int[] experts = new int[100];
        RowRouter.Route(new Mixture(rowsSeeEachOther: false), new float[100], experts, new float[100]);
        experts.ShouldNotBe(Enumerable.Range(0, 100).Select(row => row % Experts));
    }

    /// <summary>Expert e multiplies by e + 1.</summary>
    private sealed class Mixture(bool rowsSeeEachOther = true) : IMixtureKernels
    {
        private readonly float[] _parameters = new float[16];

        public MixtureShape Shape { get; } = new(
            inputs: 1, inputStride: 16, outputs: 1, outputStride: 16, Experts, logitStride: 0, topK: 1, blockRows: 256, expertRows: 96, scratchStride: 0, rowsSeeEachOther);

        public Router Router { get; } = new TurnRouter();

        public ref float Parameters => ref _parameters[0];

        public void Gate(ref float inputs, ref float logits, int rows)
        {
        }

        public void RunExpert(int expert, ref float inputs, ref float outputs, int rows, ref float scratch)
        {
            for (int row = 0; row < rows; row++)
                Unsafe.Add(ref outputs, row * 16) = Unsafe.Add(ref inputs, row * 16) * (expert + 1);
        }
    }

    private sealed class TurnRouter : Router
    {
        public override void Route(in RoutedRows rows)
        {
            int turn = 0;
            for (int row = 0; row < rows.Count; row++)
            {
                Unsafe.Add(ref rows.Experts, row) = turn % Experts;
                Unsafe.Add(ref rows.Weights, row) = 1;
                turn += rows.IsFinite[row] ? 1 : 0;
            }
        }

        public override void RouteRows(
            int rows, ref float inputs, int inputStride, ref float scores, int scoreStride, ref float parameters, ref int experts, ref float weights) =>
            throw new NotSupportedException("A row has no route of its own.");
    }
}
