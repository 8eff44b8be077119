using System;
using System.Collections.Immutable;
using System.IO;

namespace MoE;

/// <summary>What every model class can do, for code that is generic over models: <c>TModel.Load(path).Predict(rows, outputs)</c>.</summary>
/// <typeparam name="TSelf">The model class.</typeparam>
public interface IMixtureOfExperts<TSelf>
    where TSelf : IMixtureOfExperts<TSelf>
{
    /// <summary>Features of a row.</summary>
    static abstract int InputSize { get; }

    /// <summary>Values that a row yields.</summary>
    static abstract int OutputSize { get; }

    /// <summary>Experts to choose from.</summary>
    static abstract int ExpertCount { get; }

    /// <summary>Experts that work on a row.</summary>
    static abstract int TopK { get; }

    /// <summary>Trained numbers.</summary>
    static abstract long ParameterCount { get; }

    /// <summary>Trained numbers that work on a row: the gate and the TopK largest experts.</summary>
    static abstract long ActiveParameterCount { get; }

    /// <summary>Floating-point operations for a row, a multiply-add counted as two.</summary>
    static abstract long FlopsPerRow { get; }

    /// <summary>The parameters, in the order of the file.</summary>
    static abstract ImmutableArray<TensorInfo> Parameters { get; }

    /// <summary>A model with fresh weights, the same on every machine: uniform in +-1/sqrt(fan-in), as torch.nn.Linear starts.</summary>
    /// <param name="seed">Another seed, other weights.</param>
    static abstract TSelf Create(ulong seed = 0);

    /// <summary>Loads a safetensors file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model; the message says what was expected and what came.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    static abstract TSelf Load(string path);

    /// <summary>Loads the tensors of a larger checkpoint whose names begin with a prefix; others are ignored.</summary>
    /// <param name="path">A safetensors file.</param>
    /// <param name="prefix">Such as <c>model.layers.3.block_sparse_moe.</c>.</param>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    static abstract TSelf Load(string path, string prefix);

    /// <summary>Reads exactly one safetensors file from a stream, which is left behind its last byte.</summary>
    /// <param name="stream">Need not be seekable.</param>
    /// <exception cref="ModelFormatException">The data is damaged or holds another model.</exception>
    static abstract TSelf Load(Stream stream);

    /// <summary>Loads a safetensors file that is in memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="ModelFormatException">The data is damaged or holds another model.</exception>
    static abstract TSelf Load(ReadOnlySpan<byte> file);

    /// <summary>Saves as safetensors: a temporary file beside it, flushed to the disk, then renamed, so that the old file stays whole until the new one is.</summary>
    /// <param name="path">Where to.</param>
    void Save(string path);

    /// <summary>Writes one safetensors file.</summary>
    /// <param name="stream">Where to.</param>
    void Save(Stream stream);

    /// <summary>Runs the model. The outputs of a row have the same bits alone or among others, on any number of threads.</summary>
    /// <param name="inputs">[rows x InputSize], any number of rows. A row with NaN or infinity gives NaN in every output.</param>
    /// <param name="outputs">Receives [rows x OutputSize]; must not overlap the inputs.</param>
    /// <param name="threads">At most so many; 0: one for each core.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or they overlap; nothing is written.</exception>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs, int threads = 1);

    /// <summary>Runs the model.</summary>
    /// <param name="inputs">[rows x InputSize].</param>
    /// <returns>[rows x OutputSize].</returns>
    /// <exception cref="ArgumentException">The inputs are not whole rows.</exception>
    float[] Predict(ReadOnlySpan<float> inputs);

    /// <summary>Which experts take each row, and with what weight.</summary>
    /// <param name="inputs">[rows x InputSize]. A row with NaN or infinity gets experts 0 to TopK - 1 with NaN weights.</param>
    /// <param name="experts">Receives [rows x TopK] indices, best first; of equal scores the lower index.</param>
    /// <param name="weights">Receives their [rows x TopK] weights.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    void Route(ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights);

    /// <summary>Runs one expert on every row, unweighted.</summary>
    /// <param name="expert">From 0 to ExpertCount - 1.</param>
    /// <param name="inputs">[rows x InputSize].</param>
    /// <param name="outputs">Receives [rows x OutputSize]; must not overlap the inputs.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such expert.</exception>
    /// <exception cref="ArgumentException">A span has the wrong length, or they overlap.</exception>
    void PredictExpert(int expert, ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Copies a parameter out, row-major.</summary>
    /// <param name="name">As in <see cref="Parameters"/>.</param>
    /// <param name="values">Receives all its elements.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or it has another number of elements.</exception>
    void GetParameter(string name, Span<float> values);

    /// <summary>Replaces a parameter, row-major. Needs the model alone: no other call may run.</summary>
    /// <param name="name">As in <see cref="Parameters"/>.</param>
    /// <param name="values">All its elements.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or it has another number of elements; nothing is changed.</exception>
    void SetParameter(string name, ReadOnlySpan<float> values);
}
