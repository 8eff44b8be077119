using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace MoE.Experts;

/// <summary>
/// One block whose experts run on several threads, for calls of few rows: an expert's rows are a part, so that each expert's
/// weights are read once. Kept per thread, so that a call allocates nothing.
/// </summary>
internal sealed unsafe class ExpertsCall : IParallelWork
{
    [ThreadStatic]
    private static ExpertsCall? t_current;

    private readonly List<(int Expert, int First, int Count)> _parts = [];
    private IMixtureKernels? _model;
    private BlockSize _size;
    private float* _inputs;
    private float* _scratch;
    private int* _order;

    /// <summary>The scratch of a block on so many threads: each has its own to work in, and for its results, for kernels touch rows of other parts.</summary>
    public static int Floats(in BlockSize size, int threads) => checked(size.Floats + (threads * (size.WorkerFloats + size.ResultFloats)));

    /// <summary>Runs the experts on their assignments, which lie sorted in the scratch, as that itself does on the pinned heap.</summary>
    public static void Run(IMixtureKernels model, in BlockSize size, ref float inputs, ReadOnlySpan<int> starts, Span<int> order, ref float scratch, int threads)
    {
        ExpertsCall call = t_current ?? new ExpertsCall();
        t_current = null;
        fixed (float* pinnedInputs = &inputs)
        {
            call._model = model;
            call._size = size;
            call._inputs = pinnedInputs;
            call._scratch = (float*)Unsafe.AsPointer(ref scratch);
            call._order = (int*)Unsafe.AsPointer(ref order[0]);
            call.Divide(starts, Math.Min(model.Shape.ExpertRows, KernelRows.Touched((order.Length + threads - 1) / threads)));
            try
            {
                ParallelWork.Run(call, call._parts.Count, threads);
            }
            finally
            {
                call._model = null;
                t_current = call;
            }
        }
    }

    void IParallelWork.Run(int part, int worker)
    {
        (int expert, int first, int count) = _parts[part];
        MixtureShape shape = _model!.Shape;
        float* memory = _scratch + _size.Floats + ((nint)worker * (_size.WorkerFloats + _size.ResultFloats));
        float* results = memory + _size.WorkerFloats;
        MixturePredictor.RunExpert(_model, expert, ref *_inputs, new ReadOnlySpan<int>(_order + first, count), ref *results, _size, ref *memory);
        int floats = count * shape.OutputStride;
        new ReadOnlySpan<float>(results, floats).CopyTo(new Span<float>(_scratch + _size.Slots + ((nint)first * shape.OutputStride), floats));
    }

    // No part is larger than a thread's share: rows that all go to one expert are spread, too.
    private void Divide(ReadOnlySpan<int> starts, int most)
    {
        _parts.Clear();
        for (int expert = 0; expert < starts.Length - 1; expert++)
            for (int first = starts[expert], count; first < starts[expert + 1]; first += count)
            {
                count = Math.Min(most, starts[expert + 1] - first);
                _parts.Add((expert, first, count));
            }
    }
}
