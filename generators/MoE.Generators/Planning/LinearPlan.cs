using System;

namespace MoE.Generators.Planning;

/// <summary>How the weights of a linear layer lie, and so along what its vector lanes run.</summary>
internal enum LinearForm
{
    /// <summary>Lanes along the outputs: panels of 16 or 32 neighbouring outputs, all inputs one after the other.</summary>
    Panels,

    /// <summary>Lanes along the inputs, for a few outputs: each output's weights in one row, summed by a fixed tree.</summary>
    Dots,

    /// <summary>Panels of 16 outputs whose weights are codes in blocks of 32 inputs.</summary>
    Blocks,
}

/// <summary>
/// A linear layer, y = x W^T + b: where its parameters lie and in what order an output is summed. Both follow from
/// the layer's shape alone, so every vector width, batch and thread gives the same bits.
/// </summary>
/// <remarks>
/// Panels: the inputs fall into <see cref="Chains"/> runs of <see cref="ChainLength"/>, each a chain of fused
/// multiply-adds; an output is the bias plus the first run, plus the second run, and so on from left to right.
/// Dots: 16 virtual lanes, input i in lane i mod 16; <see cref="Chains"/> accumulators take every Chains-th vector in
/// turn and are joined from left to right; the lanes are joined by a tree; the bias comes last.
/// Blocks: the products of a block are summed as integers, the blocks' sums from left to right; the bias comes last.
/// </remarks>
internal sealed record LinearPlan
{
    // More outputs than this are cheaper side by side in a panel than as sums across a vector each.
    private const int MostDots = 8;

    // A short row that does not fill its vectors would have to be copied and padded first: a panel reads it as it is.
    private const int ShortRow = 48;

    // An FMA takes 4 cycles and two start in each: eight independent sums keep them busy.
    private const int WantedSums = 8;

    // 256 inputs by 32 outputs are 32 KiB, which a first-level cache holds while many rows pass.
    private const int LongestChain = 256;

    private LinearPlan(string name, string summary, int inputs, int outputs)
    {
        Name = name;
        Summary = summary;
        Inputs = inputs;
        Outputs = outputs;
    }

    /// <summary>The name of its kernels.</summary>
    public string Name { get; private init; }

    /// <summary>What the layer is, for the kernel's doc comment.</summary>
    public string Summary { get; private init; }

    public int Inputs { get; }

    public int Outputs { get; }

    public bool HasBias { get; private set; }

    /// <summary>Whether max(y, 0) is fused.</summary>
    public bool HasReLU { get; private set; }

    /// <summary>Floats from one row of x to the next.</summary>
    public int InputStride { get; private set; }

    /// <summary>Floats from one row of y to the next.</summary>
    public int OutputStride { get; private set; }

    public LinearForm Form { get; private set; }

    /// <summary>How its weights are stored.</summary>
    public StorageFormat Storage { get; private set; } = StorageFormat.Float32;

    /// <summary>Panels: 16 or 32 outputs.</summary>
    public int PanelWidth { get; private set; }

    public int Panels { get; private set; }

    public int Chains { get; private set; }

    public int ChainLength { get; private set; }

    /// <summary>How many chains of one row run side by side.</summary>
    public int ParallelChains { get; private set; }

    /// <summary>The kernel that takes one row through it; null where the library's does.</summary>
    public RowKernelPlan? RowKernel => Form == LinearForm.Blocks ? null : new(Inputs, Outputs, HasReLU, Storage.Format);

    /// <summary>The weights of a panel, as kernels of one row count them.</summary>
    public int PanelWeights => PanelWidth * Inputs;

    /// <summary>The floats that a panel takes.</summary>
    public int PanelFloats => Form == LinearForm.Blocks ? Storage.QuantizedPanelFloats(Inputs) : PanelWeights / Storage.PerFloat;

    /// <summary>Blocks: floats that the codes of a row of inputs take, with a scale and a sum for each block.</summary>
    public int QuantizedRowFloats => Padding.RoundUp(Padding.DivideUp(Inputs, StorageFormat.Block) * 18, Padding.Line);

    /// <summary>Dots: floats of an output's weights, a multiple of 16.</summary>
    public int PaddedInputs => Padding.RoundUp(Inputs, Padding.Line);

    /// <summary>Outputs with the padding, a multiple of 16.</summary>
    public int PaddedOutputs => Form == LinearForm.Dots ? Padding.Line : Panels * PanelWidth;

    /// <summary>The bias comes first, as zeros where there is none; the weights follow.</summary>
    public int BiasFloats => PaddedOutputs;

    public int WeightFloats => Form == LinearForm.Dots
        ? Padding.RoundUp(Outputs * PaddedInputs / Storage.PerFloat, Padding.Line)
        : Padding.RoundUp(checked(Panels * PanelFloats), Padding.Line);

    public int Floats => checked(BiasFloats + WeightFloats);

    /// <summary>Where weight (output, input) lies, counted from the layer's first float.</summary>
    public Placement Weight => Form switch
    {
        LinearForm.Panels => new(BiasFloats, PanelWidth, PanelWeights, PanelWidth),
        LinearForm.Dots => new(BiasFloats, 1, PaddedInputs, 1),
        _ => new(BiasFloats, PanelWidth, PanelFloats, 0),
    };

    /// <summary>The same for one of two tensors whose outputs take turns, 16 by 16: the first half or the second.</summary>
    public Placement HalfWeight(int half) => Form == LinearForm.Blocks
        ? new(BiasFloats + (half * PanelFloats), PanelWidth, 2 * PanelFloats, 0)
        : new(BiasFloats + (half * Padding.Line / Storage.PerFloat), Padding.Line, PanelWeights, PanelWidth);

    /// <summary>Where their biases lie.</summary>
    public Placement HalfBias(int half) => new(half * Padding.Line, Padding.Line, 2 * Padding.Line, 0);

    /// <summary>Where the bias of an output lies.</summary>
    public Placement Bias => new(0, Padding.Line, Padding.Line, 0);

    /// <summary>Whether rows must be padded with zeros to a multiple of 16 inputs.</summary>
    public bool ReadsPadding => Form == LinearForm.Dots && Inputs % Padding.Line != 0;

    /// <param name="interleaved">The outputs belong to two tensors side by side in panels of 32, so panels it must be.</param>
    public static LinearPlan Create(
        string name,
        string summary,
        int inputs,
        int outputs,
        bool hasBias,
        bool hasReLU,
        int inputStride,
        int outputStride,
        bool interleaved = false,
        StorageFormat? storage = null)
    {
        LinearPlan plan = new(name, summary, inputs, outputs)
        {
            HasBias = hasBias,
            HasReLU = hasReLU,
            InputStride = inputStride,
            OutputStride = outputStride,
            Storage = storage ?? StorageFormat.Float32,
        };
        bool isShort = inputs < ShortRow && inputs % Padding.Line != 0;
        if (plan.Storage.IsQuantized)
            plan.ChooseBlocks();
        else if (outputs <= MostDots && !isShort && !interleaved)
            plan.ChooseDots();
        else
            plan.ChoosePanels();
        return plan;
    }

    /// <summary>A layer of the same shape beside this one.</summary>
    public LinearPlan Renamed(string name, string outputs) =>
        this with { Name = name, Summary = FeedForwardPlanner.Describe(Inputs, Outputs, false) + " " + outputs };

    private void ChooseBlocks()
    {
        Form = LinearForm.Blocks;
        PanelWidth = Padding.Line;
        Panels = Padding.DivideUp(Outputs, PanelWidth);
        Chains = ParallelChains = 1;
        ChainLength = Inputs;
    }

    private void ChooseDots()
    {
        Form = LinearForm.Dots;
        int vectors = PaddedInputs / Padding.Line;
        Chains = Math.Min(vectors, Outputs <= 1 ? 8 : Outputs <= 2 ? 4 : Outputs <= 4 ? 2 : 1);
        ParallelChains = Chains;
    }

    private void ChoosePanels()
    {
        Form = LinearForm.Panels;
        PanelWidth = Outputs <= 16 ? 16 : 32;
        Panels = Padding.DivideUp(Outputs, PanelWidth);
        int sumsPerChain = PanelWidth == 16 ? 1 : 2 * Math.Min(Panels, 4);
        int parallel = Math.Max(1, WantedSums / sumsPerChain);
        int chains = parallel * Padding.DivideUp(Inputs, parallel * LongestChain);
        ChainLength = Padding.RoundUp(Padding.DivideUp(Inputs, chains), 4);
        Chains = Padding.DivideUp(Inputs, ChainLength);
        ParallelChains = Math.Min(parallel, Chains);
    }
}
