using System;
using System.Runtime.CompilerServices;

namespace MoE.Experts;

/// <summary>One call of Predict on several threads: its blocks are the parts. Kept per thread, so that a call allocates nothing.</summary>
internal sealed unsafe class PredictCall : IParallelWork
{
    [ThreadStatic]
    private static PredictCall? t_current;

    private IMixtureKernels? _model;
    private BlockSize _size;
    private float* _inputs;
    private float* _outputs;
    private float* _scratch;
    private int _rows;

    public static void Run(
        IMixtureKernels model, BlockSize size, ref float inputs, ref float outputs, int rows, int blocks, int workers, ref float scratch)
    {
        PredictCall call = t_current ?? new PredictCall();
        t_current = null;
        // The scratch lies on the pinned heap; inputs and outputs are the caller's and may move.
        fixed (float* pinnedInputs = &inputs, pinnedOutputs = &outputs)
        {
            call._model = model;
            call._size = size;
            call._rows = rows;
            call._inputs = pinnedInputs;
            call._outputs = pinnedOutputs;
            call._scratch = (float*)Unsafe.AsPointer(ref scratch);
            try
            {
                ParallelWork.Run(call, blocks, workers);
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
        MixtureShape shape = _model!.Shape;
        nint first = (nint)part * _size.Rows;
        MixturePredictor.PredictBlock(
            _model,
            ref *(_inputs + (first * shape.Inputs)),
            ref *(_outputs + (first * shape.Outputs)),
            (int)Math.Min(_size.Rows, _rows - first),
            _size,
            ref *(_scratch + ((nint)worker * _size.Floats)));
    }
}
