using MoE.Numerics;
using MoE.Routing;

namespace MoE.Experts.Slots;

/// <summary>Where the parts of the working memory lie that sequences need on their way through slots, in floats from its origin.</summary>
internal readonly struct SlotLayout
{
    public SlotLayout(MixtureShape shape, SlotRouter router, int sequences, int length, ref ScratchAreas areas)
    {
        Sequences = sequences;
        Length = length;
        Rows = checked(sequences * length);
        GroupRows = KernelRows.Touched(checked(sequences * router.SlotsPerExpert));
        int touched = KernelRows.Touched(Rows);
        Inputs = areas.Take(touched, shape.InputStride);
        IsFinite = areas.Take(Rows);
        Combine = areas.Take(touched, shape.LogitStride);
        Dispatch = areas.Take(touched, shape.LogitStride);
        Sums = areas.Take(System.Math.Max(router.InputSums.Floats, router.OutputSums.Floats));
        SlotRows = areas.Take(router.Slots, System.Math.Max(shape.InputStride, shape.OutputStride));
        Layer = areas.Take(router.Mixing.Floats);
        GroupInputs = areas.Take(checked(shape.Experts * GroupRows), shape.InputStride);
        GroupOutputs = areas.Take(checked(shape.Experts * GroupRows), shape.OutputStride);
        Outputs = areas.Take(touched, shape.OutputStride);
    }

    public int Sequences { get; }

    /// <summary>Rows of a sequence.</summary>
    public int Length { get; }

    public int Rows { get; }

    /// <summary>Rows that lie between the slots of one expert and those of the next.</summary>
    public int GroupRows { get; }

    public int Inputs { get; }

    /// <summary>A byte for each row.</summary>
    public int IsFinite { get; }

    /// <summary>Each row's shares of the slots, which add up to 1.</summary>
    public int Combine { get; }

    /// <summary>Each slot's shares of the rows of a sequence, which add up to 1.</summary>
    public int Dispatch { get; }

    public int Sums { get; }

    /// <summary>A row for each slot of one sequence.</summary>
    public int SlotRows { get; }

    public int Layer { get; }

    /// <summary>What the experts read: the slots of an expert, sequence by sequence.</summary>
    public int GroupInputs { get; }

    public int GroupOutputs { get; }

    public int Outputs { get; }
}
