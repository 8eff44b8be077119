namespace MoE.Sequences;

/// <summary>Several sequences of one length, each a part. The caller's rows are pinned meanwhile.</summary>
internal readonly unsafe struct SequencesJob(SequenceProgram program, float* inputs, float* outputs, int length, int threads) : IParallelJob
{
    public void Run(int part, int worker)
    {
        nint first = (nint)part * length;
        SequencePredictor.RunSequence(program, ref *(inputs + (first * program.Inputs)), ref *(outputs + (first * program.Outputs)), length, threads);
    }
}
