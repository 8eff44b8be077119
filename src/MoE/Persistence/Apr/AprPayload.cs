using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Persistence.Apr;

/// <summary>A mixture in bincode, as aprender's MixtureOfExperts::save writes it, or with <see cref="MoeGenMark"/> where aprender has no such mixture.</summary>
internal static class AprPayload
{
    /// <summary>Reads a mixture.</summary>
    /// <param name="payload">All its bytes.</param>
    /// <param name="kinds">The kind of each expert.</param>
    /// <param name="version">What the file says about its writer, a hint to the layout of trees; null if nothing.</param>
    /// <exception cref="ModelFormatException">The payload is damaged, or holds other experts.</exception>
    public static AprMixture Read(ReadOnlySpan<byte> payload, IReadOnlyList<AprExpertKind> kinds, string? version)
    {
        if (kinds.Count == 0) throw new ArgumentException("A mixture has at least one expert; name the kind of each.", nameof(kinds));
        if (!kinds.Any(kind => kind.HasTrees) || payload.StartsWith(MoeGenMark.Bytes)) return Read(payload, kinds, AprForestLayout.L2);
        List<string> faults = [];
        foreach (AprForestLayout layout in AprForestLayouts.LikeliestFirst(version))
        {
            try
            {
                return Read(payload, kinds, layout);
            }
            catch (ModelFormatException error)
            {
                faults.Add($"as {layout}: {error.Message}");
            }
        }
        throw new ModelFormatException(
            $"The payload (by aprender {NearNames.Clip(version ?? "of unknown version")}) fits none of the layouts that aprender's forests have had: {string.Join(" | ", faults)}");
    }

    /// <summary>Writes a mixture: as aprender does, if it could read it.</summary>
    /// <exception cref="ArgumentException">The mixture could not be read again.</exception>
    public static void Write(IBufferWriter<byte> output, AprMixture mixture)
    {
        IReadOnlyList<AprExpert> experts = mixture.Experts;
        if (experts.Count == 0) throw new ArgumentException("A mixture without experts cannot be written.", nameof(mixture));
        if (mixture.Gating.Fault(experts.Count) is { } fault) throw new ArgumentException($"The mixture cannot be written: {fault}", nameof(mixture));
        BincodeWriter writer = new(output);
        bool marked = mixture.GateTensors.Count > 0 || !IsOfAprender([.. experts.Select(expert => expert.WrittenAs)]);
        if (marked)
        {
            writer.Raw(MoeGenMark.Bytes);
            writer.UInt32(MoeGenMark.Version);
        }
        writer.Count(experts.Count);
        foreach (AprExpert expert in experts)
        {
            if (marked) writer.Text(expert.WrittenAs.Name);
            expert.Write(ref writer);
        }
        mixture.Gating.Write(ref writer);
        mixture.Config.Write(ref writer);
        if (!marked) return;
        writer.Count(mixture.GateTensors.Count);
        foreach (AprTensor tensor in mixture.GateTensors) tensor.Write(ref writer);
    }

    private static AprMixture Read(ReadOnlySpan<byte> payload, IReadOnlyList<AprExpertKind> kinds, AprForestLayout layout)
    {
        BincodeReader reader = new(payload);
        bool marked = ReadMark(ref reader);
        if (!marked && !IsOfAprender(kinds))
            throw new ModelFormatException(
                $"The file was written for aprender, whose mixtures have experts of one kind that it knows; {string.Join(", ", kinds.Select(kind => kind.Name).Distinct())} were expected.");
        ulong count = reader.UInt64("the number of experts");
        if (count != (ulong)kinds.Count) throw new ModelFormatException($"The file has {count} experts; {kinds.Count} were expected.");
        AprExpert[] experts = new AprExpert[kinds.Count];
        for (int i = 0; i < experts.Length; i++) experts[i] = ReadExpert(ref reader, kinds[i], layout, marked, i);
        AprGating gating = AprGating.Read(ref reader);
        if (gating.Fault(experts.Length) is { } fault) throw new ModelFormatException(fault);
        AprMixture mixture = new(experts, gating, AprConfig.Read(ref reader)) { GateTensors = marked ? ReadGateTensors(ref reader) : [] };
        reader.End();
        return mixture;
    }

    private static bool IsOfAprender(IReadOnlyList<AprExpertKind> kinds) => !kinds[0].IsOurs && kinds.All(kind => kind == kinds[0]);

    private static bool ReadMark(ref BincodeReader reader)
    {
        if (!reader.IsAt(MoeGenMark.Bytes)) return false;
        reader.Skip("the mark", MoeGenMark.Bytes.Length);
        uint version = reader.UInt32("the version");
        return version == MoeGenMark.Version
            ? true
            : throw new ModelFormatException($"The experts are written in version {version} of MoE.Gen's layout; version {MoeGenMark.Version} is known here. Update MoE.Gen.");
    }

    private static AprTensor[] ReadGateTensors(ref BincodeReader reader)
    {
        AprTensor[] tensors = new AprTensor[reader.Length("the gate's tensors", AprTensor.FewestBytes)];
        for (int i = 0; i < tensors.Length; i++) tensors[i] = AprTensor.Read(ref reader);
        string? fault = tensors.Select(tensor => tensor.Fault()).FirstOrDefault(fault => fault is not null);
        return fault is null ? tensors : throw new ModelFormatException($"The gate's {fault}: the file is damaged.");
    }

    private static AprExpert ReadExpert(ref BincodeReader reader, AprExpertKind kind, AprForestLayout layout, bool marked, int index)
    {
        try
        {
            if (marked && reader.Text("the expert's kind") is var name && name != kind.Name)
                throw new ModelFormatException($"the file has a {NearNames.Clip(name)}.");
            return kind.Read(ref reader, layout);
        }
        catch (ModelFormatException error)
        {
            throw new ModelFormatException($"Expert {index}, a {kind.Name}: {error.Message}", error);
        }
    }
}
