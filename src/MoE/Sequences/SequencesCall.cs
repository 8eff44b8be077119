using System;
using MoE.Experts;

namespace MoE.Sequences;

/// <summary>A call of several sequences: each is a part, unless there are too few of them; then each is run on all threads. Kept per thread, so that a call allocates nothing.</summary>
internal sealed unsafe class SequencesCall : IParallelWork
{
    [ThreadStatic]
    private static SequencesCall? t_current;

    private SequenceProgram? _program;
    private float* _inputs;
    private float* _outputs;
    private int _length;
    private int _threads;

    public static void Run(SequenceProgram program, ref float inputs, ref float outputs, int sequences, int length, int threads)
    {
        SequencesCall call = t_current ?? new SequencesCall();
        t_current = null;
        // The caller's memory may move.
        fixed (float* pinnedInputs = &inputs, pinnedOutputs = &outputs)
        {
            call._program = program;
            call._inputs = pinnedInputs;
            call._outputs = pinnedOutputs;
            call._length = length;
            bool spreads = sequences >= threads;
            call._threads = spreads ? 1 : threads;
            try
            {
                ParallelWork.Run(call, sequences, spreads ? threads : 1);
            }
            finally
            {
                call._program = null;
                t_current = call;
            }
        }
    }

    void IParallelWork.Run(int part, int worker)
    {
        nint first = (nint)part * _length;
        SequencePredictor.RunSequence(_program!, ref *(_inputs + (first * _program!.Inputs)), ref *(_outputs + (first * _program.Outputs)), _length, _threads);
    }
}
