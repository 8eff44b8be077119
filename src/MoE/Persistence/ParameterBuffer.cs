using System;

namespace MoE.Persistence;

/// <summary>Stub until branch persistence lands.</summary>
public sealed class ParameterBuffer
{
    private readonly float[] _floats;

    /// <summary>Stub.</summary>
    public ParameterBuffer(int layout)
    {
        Layout = layout;
        _floats = new float[layout];
    }

    /// <summary>Stub.</summary>
    public int Layout { get; }

    /// <summary>Stub.</summary>
    public Span<float> Floats => _floats;

    /// <summary>Stub.</summary>
    public ref float Origin => ref _floats[0];

    /// <summary>Stub.</summary>
    public void CopyFrom(ParameterBuffer other) => other.Floats.CopyTo(Floats);

    /// <summary>Stub.</summary>
    public void Clear() => Floats.Clear();

    /// <summary>Stub.</summary>
    public void Get(string name, Span<float> values) => Floats.CopyTo(values);
}
