using System;
using System.Collections.Generic;

namespace MoE.Persistence.Apr;

/// <summary>An expert that aprender has no type for: named tensors. A payload that holds one begins with <see cref="MoeGenMark"/>.</summary>
/// <param name="Type">What the expert is, in words of whoever writes it.</param>
/// <param name="Tensors">Its parameters; names differ.</param>
/// <remarks>Layout: string type, u64 count, and for each tensor string name, u64 rank, a u64 for each size, u64 length, f32 values.</remarks>
internal sealed record MoeGenExpert(string Type, IReadOnlyList<AprTensor> Tensors) : AprExpert
{
    /// <summary>How it is read.</summary>
    public static AprExpertKind Kind { get; } = new("MoE.Gen", Read) { IsOurs = true };

    /// <inheritdoc/>
    public override AprExpertKind WrittenAs => Kind;

    /// <inheritdoc/>
    public override void Write(ref BincodeWriter writer)
    {
        if (Fault() is { } fault) throw new ArgumentException($"An expert '{Type}' cannot be written: {fault}.");
        writer.Text(Type);
        writer.Count(Tensors.Count);
        foreach (AprTensor tensor in Tensors) tensor.Write(ref writer);
    }

    private static MoeGenExpert Read(ref BincodeReader reader, AprForestLayout layout)
    {
        string type = reader.Text("type");
        AprTensor[] tensors = new AprTensor[reader.Length("tensors", AprTensor.FewestBytes)];
        for (int i = 0; i < tensors.Length; i++) tensors[i] = AprTensor.Read(ref reader);
        MoeGenExpert expert = new(type, tensors);
        return expert.Fault() is { } fault ? throw new ModelFormatException($"{fault}: the file is damaged.") : expert;
    }

    private string? Fault()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (AprTensor tensor in Tensors)
        {
            if (tensor.Fault() is { } fault) return fault;
            if (!names.Add(tensor.Name)) return $"tensor '{NearNames.Clip(tensor.Name)}' is there twice";
        }
        return null;
    }
}
