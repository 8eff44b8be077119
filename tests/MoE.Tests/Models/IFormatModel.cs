using System;

namespace MoE.Tests.Models;

/// <summary>A model of some weight format.</summary>
internal interface IFormatModel : IModel
{
    byte[] Save();

    void PredictExpert(int expert, ReadOnlySpan<float> inputs, Span<float> outputs);
}
