using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Melee;
using MoE.Benchmarks.Peers;
using MoE.Benchmarks.Sequences.Models;

namespace MoE.Benchmarks.Sequences;

/// <summary>What is timed of an agent: a step, a whole sequence, a step of training.</summary>
/// <param name="name">Of the model, the beginning of its cases' names.</param>
/// <param name="threads">Threads of a call; a step has one.</param>
/// <param name="seconds">How long each case is measured.</param>
internal sealed class SequenceCases<TAgent>(string name, int threads, double seconds)
    where TAgent : class, ISequenceAgent<TAgent>
{
    private const int WholeRows = 512, BatchSequences = 8, BatchLength = 64, Batches = 16;

    private readonly TAgent _agent = TAgent.Create(1);

    /// <param name="weights">Where the weights go that torch_agent.py reads; null: nowhere.</param>
    public void Run(DirectoryInfo? weights, TextWriter to)
    {
        if (weights is not null) _agent.Save(Path.Combine(weights.FullName, name + ".safetensors"));
        if (threads == 1) to.WriteLine(Step());
        to.WriteLine(Whole());
        to.WriteLine(Training());
    }

    // The state goes on from step to step; the outputs are those of the first sequence.
    private SequenceLine Step()
    {
        float[] inputs = Rows(WholeRows), outputs = new float[WholeRows * TAgent.OutputSize], scratch = new float[TAgent.OutputSize];
        SequenceState state = _agent.CreateState();
        for (int row = 0; row < WholeRows; row++)
            _agent.Step(state, inputs.AsSpan(row * TAgent.InputSize, TAgent.InputSize), outputs.AsSpan(row * TAgent.OutputSize, TAgent.OutputSize));
        int next = 0;
        return Line("step", 1, outputs, () =>
        {
            _agent.Step(state, inputs.AsSpan(next * TAgent.InputSize, TAgent.InputSize), scratch);
            next = (next + 1) % WholeRows;
        });
    }

    private SequenceLine Whole()
    {
        float[] inputs = Rows(WholeRows), outputs = new float[WholeRows * TAgent.OutputSize];
        return Line("whole", WholeRows, outputs, () => _agent.Predict(inputs, outputs, threads));
    }

    // Forward, backward and optimizer: from the end of one batch to the end of the next. A Fit that has run long enough is cancelled.
    private SequenceLine Training()
    {
        const int Count = Batches * BatchSequences * BatchLength;
        float[] inputs = Rows(Count);
        Button[] labels = [.. Enumerable.Range(0, Count).Select(row => (Button)(row * 7 % 6))];
        using CancellationTokenSource enough = new();
        BatchClock clock = new(seconds, enough);
        TAgent.Create(1).Fit(inputs, labels, new FitOptions
        {
            Epochs = 1000,
            BatchSize = BatchSequences,
            SequenceLength = BatchLength,
            Shuffle = false,
            Threads = threads,
            Progress = clock,
            CancellationToken = enough.Token,
        });
        return new(name + "-train", BatchSequences * BatchLength, threads, clock.Measurement, clock.Processor, [clock.FirstLoss]);
    }

    private SequenceLine Line(string what, int rows, float[] outputs, Action call)
    {
        Measurement time = Measurement.Take(calls =>
        {
            for (int i = 0; i < calls; i++) call();
        }, seconds);
        return new($"{name}-{what}", rows, threads, time, ProcessorTime.Of(call, seconds), outputs);
    }

    private static float[] Rows(int count) => PeerNumbers.Make(PeerNumbers.RowsStream, count * TAgent.InputSize, 1);
}
