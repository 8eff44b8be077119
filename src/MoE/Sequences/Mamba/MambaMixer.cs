using System;
using System.ComponentModel;

namespace MoE.Sequences;

#pragma warning disable
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MambaMixer(MambaShape shape, SequenceLinear inProjection, int convolution, int convolutionBias, SequenceLinear xProjection, SequenceLinear timeStep, int stateLogarithms, int skip, SequenceLinear outProjection) : SequenceMixer
{
    public override int StateFloats(int capacity) => throw new NotImplementedException();
    public override int AdvanceFloats(int rows) => throw new NotImplementedException();
    public override void Advance(ref float parameters, ref float state, int capacity, int position, ref float x, ref float y, int rows, ref float scratch, int threads) => throw new NotImplementedException();
    public override int SavedFloats(int sequences, int length) => throw new NotImplementedException();
    public override int TrainingFloats(int sequences, int length, int threads) => throw new NotImplementedException();
    public override void Forward(ref float parameters, ref float x, ref float y, int sequences, int length, ref float saved, ref float scratch, int threads) => throw new NotImplementedException();
    public override void Backward(ref float parameters, ref float gradients, ref float x, ref float dy, ref float dx, int sequences, int length, ref float saved, ref float scratch, int threads) => throw new NotImplementedException();
}
