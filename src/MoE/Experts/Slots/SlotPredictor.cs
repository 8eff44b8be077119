using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Numerics;
using MoE.Routing;

namespace MoE.Experts.Slots;

/// <summary>Sequences through a mixture with slots, a few at a time; experts are the parts of the parallel work. Kept per thread, so that a call allocates nothing.</summary>
internal sealed unsafe class SlotPredictor : IParallelWork
{
    [ThreadStatic]
    private static SlotPredictor? t_current;

    private IMixtureKernels? _model;
    private SlotMixing _mixing;
    private int _groupRows;
    private float* _scratch;
    private int _workerFloats;

    /// <summary>rows x Inputs -> rows x Outputs, sequences of <paramref name="length"/> rows one after the other.</summary>
    public static void Predict(IMixtureKernels model, SlotRouter router, ReadOnlySpan<float> inputs, Span<float> outputs, int rows, int length, int threads)
    {
        SlotPredictor current = t_current ?? new SlotPredictor();
        t_current = null;
        try
        {
            MixtureShape shape = model.Shape;
            int step = Math.Max(1, shape.BlockRows / length) * length;
            for (int first = 0; first < rows; first += step)
            {
                int count = Math.Min(step, rows - first);
                current.PredictSome(model, router, inputs.Slice(first * shape.Inputs, count * shape.Inputs), outputs.Slice(first * shape.Outputs, count * shape.Outputs), length, threads);
            }
        }
        finally
        {
            current._model = null;
            t_current = current;
        }
    }

    void IParallelWork.Run(int part, int worker)
    {
        MixtureShape shape = _model!.Shape;
        for (int first = 0, count; first < _groupRows; first += count)
        {
            count = Math.Min(shape.ExpertRows, _groupRows - first);
            _model.RunExpert(
                part,
                ref Unsafe.Add(ref _mixing.GroupInput(part), (nint)first * shape.InputStride),
                ref Unsafe.Add(ref _mixing.GroupOutput(part), (nint)first * shape.OutputStride),
                count,
                ref *(_scratch + ((nint)worker * _workerFloats)));
        }
    }

    private void PredictSome(IMixtureKernels model, SlotRouter router, ReadOnlySpan<float> inputs, Span<float> outputs, int length, int threads)
    {
        MixtureShape shape = model.Shape;
        int sequences = inputs.Length / shape.Inputs / length;
        ScratchAreas areas = default;
        SlotLayout layout = new(shape, router, sequences, length, ref areas);
        _model = model;
        _groupRows = sequences * router.SlotsPerExpert;
        _workerFloats = checked(KernelRows.Touched(Math.Min(_groupRows, shape.ExpertRows)) * shape.ScratchStride);
        int workers = Math.Min(threads, shape.Experts);
        int sharedRows = shape.HasSharedExpert ? KernelRows.Touched(Math.Min(layout.Rows, shape.ExpertRows)) : 0;
        int scratchAt = areas.Take(Math.Max(workers * _workerFloats, checked(sharedRows * shape.ScratchStride)));
        int sharedAt = areas.Take(sharedRows, shape.OutputStride);
        using Scratch scratch = Scratch.Rent(areas.Floats);
        _scratch = (float*)Unsafe.AsPointer(ref Unsafe.Add(ref scratch.Origin, scratchAt));
        _mixing = new SlotMixing(shape, router, layout, ref scratch.Origin);

        Span<bool> isFinite = _mixing.IsFinite;
        for (int row = 0; row < layout.Rows; row++)
            isFinite[row] = RowRouter.CopyPadded(ref Unsafe.Add(ref MemoryMarshal.GetReference(inputs), row * shape.Inputs), ref _mixing.Input(row), shape);
        _mixing.Dispatch(ref model.Parameters);
        ParallelWork.Run(this, shape.Experts, workers);
        _mixing.Combine();
        for (int row = 0; shape.MixesProbabilities && row < layout.Rows; row++)
            LogProbabilities.Forward(ref _mixing.Output(row), 1, shape.Outputs);
        if (shape.HasSharedExpert)
            AddShared(model, layout.Rows, ref Unsafe.Add(ref scratch.Origin, scratchAt), ref Unsafe.Add(ref scratch.Origin, sharedAt));
        for (int row = 0; row < layout.Rows; row++)
        {
            Span<float> output = outputs.Slice(row * shape.Outputs, shape.Outputs);
            if (isFinite[row])
                MemoryMarshal.CreateReadOnlySpan(ref _mixing.Output(row), shape.Outputs).CopyTo(output);
            else
                output.Fill(float.NaN);
        }
    }

    private void AddShared(IMixtureKernels model, int rows, ref float scratch, ref float shared)
    {
        MixtureShape shape = model.Shape;
        for (int first = 0, count; first < rows; first += count)
        {
            count = Math.Min(shape.ExpertRows, rows - first);
            model.RunExpert(shape.SharedExpert, ref _mixing.Input(first), ref shared, count, ref scratch);
            for (int row = 0; row < count; row++)
                Combine.Add(ref Unsafe.Add(ref shared, (nint)row * shape.OutputStride), ref _mixing.Output(first + row), shape.Outputs);
        }
    }
}
