using System;
using System.Linq;
using System.Runtime.InteropServices;
using MoE.Tests.Persistence;

namespace MoE.Tests.Oracle;

/// <summary>A layer of codes as docs/numerics.md defines it, one number after the other, from what a file holds.</summary>
internal sealed class QuantizedReference
{
    private const int Block = 32;
    private readonly byte[] _codes, _zeroPoints;
    private readonly ushort[] _scales;
    private readonly float[] _bias;
    private readonly int _inputs;
    private readonly bool _isInt4;

    public QuantizedReference(byte[] file, string name)
    {
        TestFile parsed = TestFile.Parse(file);
        (_, string dtype, _, _codes) = parsed.Tensors.Single(tensor => tensor.Name == name + ".weight");
        _isInt4 = dtype == "U8";
        _scales = MemoryMarshal.Cast<byte, ushort>(parsed.Tensors.Single(tensor => tensor.Name == name + ".weight_scale").Data).ToArray();
        _zeroPoints = _isInt4 ? parsed.Tensors.Single(tensor => tensor.Name == name + ".weight_zero_point").Data : [];
        _bias = parsed.Floats(name + ".bias");
        _inputs = _isInt4 ? 77 : _codes.Length / _bias.Length;
    }

    /// <param name="fuses">Whether products are added without being rounded.</param>
    public float[] Run(ReadOnlySpan<float> row, bool fuses)
    {
        int blocks = (_inputs + Block - 1) / Block;
        float[] result = new float[_bias.Length];
        for (int output = 0; output < result.Length; output++)
        {
            float sum = 0;
            for (int block = 0; block < blocks; block++)
            {
                ReadOnlySpan<float> values = row[(block * Block)..Math.Min(_inputs, (block + 1) * Block)];
                float largest = 0;
                foreach (float value in values)
                    largest = Math.Max(largest, Math.Abs(value));
                float inverse = largest < 1e-30f ? 0 : 127 / largest, scale = largest < 1e-30f ? 0 : largest / 127;
                int products = 0;
                for (int i = 0; i < values.Length; i++)
                    products += Weight(output, (block * Block) + i, block, blocks) * (int)MathF.Round(values[i] * inverse);
                float factor = BitConverter.UInt32BitsToSingle((uint)_scales[(output * blocks) + block] << 16) * scale;
                sum = fuses ? MathF.FusedMultiplyAdd(products, factor, sum) : (products * factor) + sum;
            }
            result[output] = _bias[output] + sum;
        }
        return result;
    }

    private int Weight(int output, int input, int block, int blocks) => _isInt4
        ? ((_codes[(output * ((_inputs + 1) / 2)) + (input / 2)] >> (4 * (input % 2))) & 15) - _zeroPoints[(output * blocks) + block]
        : (sbyte)_codes[(output * _inputs) + input];
}
