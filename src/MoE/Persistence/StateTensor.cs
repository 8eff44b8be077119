using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MoE.Persistence;

/// <summary>A tensor of a file that is no parameter, of a size that only the model at hand knows: a forest's nodes, the state of a user's expert.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Dtype">How its elements are written: U8, I32 or F32.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Bytes">Its elements, little-endian.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StateTensor(string Name, string Dtype, ImmutableArray<long> Shape, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A tensor of numbers.</summary>
    public static StateTensor Of<T>(string name, string dtype, ReadOnlySpan<T> values, params ImmutableArray<long> shape)
        where T : unmanaged
    {
        byte[] bytes = MemoryMarshal.AsBytes(values).ToArray();
        Turn(bytes, Unsafe.SizeOf<T>());
        return new StateTensor(name, dtype, shape, bytes);
    }

    /// <summary>Its numbers.</summary>
    /// <param name="dtype">What they must be.</param>
    /// <param name="rank">How many sizes it must have.</param>
    /// <exception cref="ModelFormatException">It is of another dtype or rank, or its bytes are not what its shape says.</exception>
    public T[] Values<T>(string dtype, int rank)
        where T : unmanaged
    {
        int size = Unsafe.SizeOf<T>();
        // In floating point, so that no shape overflows it.
        double expected = Shape.Aggregate((double)size, (product, length) => product * length);
        if (Dtype != dtype || Shape.Length != rank || expected != Bytes.Length)
            throw new ModelFormatException(
                $"Tensor '{NearNames.Clip(Name)}' is {NearNames.Clip(Dtype)} [{string.Join(", ", Shape)}] of {Bytes.Length} bytes; {dtype} of {rank} size{(rank == 1 ? "" : "s")} was expected.");
        byte[] bytes = Bytes.ToArray();
        Turn(bytes, size);
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }

    /// <summary>The tensor of that name.</summary>
    /// <exception cref="ModelFormatException">There is none.</exception>
    internal static StateTensor Find(IReadOnlyList<StateTensor> tensors, string name) =>
        tensors.FirstOrDefault(tensor => tensor.Name == name) ?? throw new ModelFormatException($"The file lacks tensor '{name}'. Load a file of this model.");

    // Files are little-endian.
    private static void Turn(byte[] bytes, int size)
    {
        for (int first = 0; !BitConverter.IsLittleEndian && first < bytes.Length; first += size)
            Array.Reverse(bytes, first, size);
    }
}
