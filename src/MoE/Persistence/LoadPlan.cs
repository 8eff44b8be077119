using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace MoE.Persistence;

/// <summary>What to read from a file: each tensor of a model exactly once, in the order of the file's data.</summary>
/// <param name="Parts">Where the model's tensors lie.</param>
/// <param name="DataLength">The bytes of the file's data.</param>
/// <param name="Checksum">The CRC-32 that the data must have, where the file has one.</param>
internal sealed record LoadPlan(ImmutableArray<TensorPart> Parts, long DataLength, uint? Checksum)
{
    /// <summary>Tensors that are read whole, in the order of the file's data: those beside the parameters, under the model's names, and those whose elements lie scattered in it.</summary>
    public ImmutableArray<FileTensor> Whole { get; init; } = [];

    /// <summary>Where the elements of the scattered ones go.</summary>
    public Dictionary<FileTensor, TensorLayout[]> Scattered { get; init; } = [];

    /// <summary>What those of codes belong to.</summary>
    public Dictionary<FileTensor, QuantizedSource> Quantized { get; init; } = [];

    /// <summary>The plan for a file whose header is the model's own.</summary>
    public static LoadPlan OwnFile(ModelLayout layout, uint checksum)
    {
        long end = 0;
        List<TensorPart> parts = [];
        List<QuantizedSource> quantized = [];
        foreach (TensorLayout target in layout.Tensors)
        {
            long begin = end;
            end += target.Stored.Sum(stored => stored.Bytes);
            if (target.IsQuantized)
                quantized.Add(QuantizedSource.Own(target, begin));
            else
                parts.Add(new TensorPart(new FileTensor(target.Name, target.Format == WeightFormat.BFloat16 ? "BF16" : "F32", [], begin, end), target, begin));
        }
        return new LoadPlan([.. parts], end, checksum) { Whole = [.. quantized.SelectMany(source => source.Parts)], Quantized = ByPart(quantized) };
    }

    /// <summary>The plan for any other file.</summary>
    /// <param name="layout">The model.</param>
    /// <param name="header">The file's header.</param>
    /// <param name="prefix">What the names of the tensors that count begin with; empty: all count.</param>
    /// <exception cref="ModelFormatException">A tensor is missing, surplus, misshapen or of another dtype, the classes are others, or our checksum is gone.</exception>
    public static LoadPlan For(ModelLayout layout, FileHeader header, string prefix)
    {
        CheckChecksum(header);
        if (prefix.Length == 0) CheckClasses(layout, header);
        ImmutableArray<FileTensor> sources = Under(prefix, header);
        Dictionary<string, ImmutableArray<FileTensor>> codes = Codes(sources);
        HashSet<FileTensor> beside = new(codes.Values.SelectMany(parts => parts.Skip(1)), ReferenceEqualityComparer.Instance);
        sources = sources.RemoveAll(beside.Contains);
        ImmutableArray<string> names = TensorNames.Resolve(sources.Select(source => source.Name[prefix.Length..]), layout.Tensors.Select(tensor => tensor.Name));
        Dictionary<TensorLayout, FileTensor> found = new(layout.Tensors.Length, ReferenceEqualityComparer.Instance);
        List<TensorPart> parts = [];
        List<string> surplus = [];
        List<FileTensor> whole = [];
        Dictionary<FileTensor, TensorLayout[]> scattered = [];
        List<QuantizedSource> quantized = [];
        bool isInterleaved = InterleavedExperts.Are(names);
        foreach ((FileTensor source, string name) in sources.Zip(names))
        {
            if (layout.IsState(name))
            {
                whole.Add(source with { Name = name });
                continue;
            }
            if (codes.TryGetValue(source.Name, out ImmutableArray<FileTensor> stored) && layout.TryGet(name, out TensorLayout? matrix))
            {
                Find(found, matrix, source);
                quantized.Add(QuantizedSource.Of(matrix, stored));
                continue;
            }
            CheckFormat(source);
            if (isInterleaved && InterleavedExperts.Targets(name, source, layout) is { } targets)
            {
                foreach (TensorLayout each in targets) Find(found, each, source);
                whole.Add(source);
                scattered.Add(source, targets);
            }
            else if (FusedExperts.Split(name, source, layout) is { } split)
            {
                foreach (TensorPart part in split) Find(found, part.Target, source);
                parts.AddRange(split);
            }
            else if (layout.TryGet(name, out TensorLayout? target))
            {
                CheckShape(source, target, layout, header);
                Find(found, target, source);
                parts.Add(new TensorPart(source, target, source.Begin));
            }
            else surplus.Add(source.Name);
        }
        CheckComplete(layout, header, found, surplus);
        return new LoadPlan([.. parts.OrderBy(part => part.Begin)], header.DataLength, header.Checksum)
        {
            Whole = [.. whole.Concat(quantized.SelectMany(source => source.Parts)).OrderBy(tensor => tensor.Begin)],
            Scattered = scattered,
            Quantized = ByPart(quantized),
        };
    }

    private static Dictionary<FileTensor, QuantizedSource> ByPart(IEnumerable<QuantizedSource> sources) =>
        sources.SelectMany(source => source.Parts, (source, part) => (source, part)).ToDictionary(pair => pair.part, pair => pair.source);

    // Codes have their scales beside them, and where two share a byte their zero points.
    private static Dictionary<string, ImmutableArray<FileTensor>> Codes(ImmutableArray<FileTensor> sources)
    {
        Dictionary<string, ImmutableArray<FileTensor>> codes = [];
        Dictionary<string, FileTensor> byName = sources.ToDictionary(source => source.Name);
        foreach (FileTensor source in sources.Where(source => source.Dtype is "I8" or "U8"))
        {
            if (!byName.TryGetValue(source.Name + StoredTensor.ScaleSuffix, out FileTensor? scales)) continue;
            if (source.Dtype == "I8")
                codes.Add(source.Name, [source, scales]);
            else if (byName.TryGetValue(source.Name + StoredTensor.ZeroPointSuffix, out FileTensor? zeroPoints))
                codes.Add(source.Name, [source, scales, zeroPoints]);
        }
        return codes;
    }

    private static ImmutableArray<FileTensor> Under(string prefix, FileHeader header)
    {
        ImmutableArray<FileTensor> sources = [.. header.Tensors.Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal))];
        if (sources.IsEmpty && prefix.Length > 0)
            throw new ModelFormatException($"No tensor's name begins with '{prefix}'; the file has {string.Join(", ", header.Tensors.Take(3).Select(tensor => $"'{NearNames.Clip(tensor.Name)}'"))} ...");
        return sources;
    }

    private static void Find(Dictionary<TensorLayout, FileTensor> found, TensorLayout target, FileTensor source)
    {
        if (found.TryAdd(target, source)) return;
        throw new ModelFormatException(
            $"Tensors '{NearNames.Clip(found[target].Name)}' and '{NearNames.Clip(source.Name)}' are both the model's '{target.Name}'.");
    }

    // Save writes both, so a file that has lost one was damaged or edited, and nothing vouches for its data.
    private static void CheckChecksum(FileHeader header)
    {
        if (header.Declaration is null || header.Checksum is not null) return;
        throw new ModelFormatException(
            $"The file's metadata has '{FileHeader.DeclarationKey}', as what Save writes, but not the checksum '{FileHeader.ChecksumKey}' that Save writes with it: the header is damaged. Copy or save the file again; a program that changes a saved file must leave out both.");
    }

    private static void CheckClasses(ModelLayout layout, FileHeader header)
    {
        string expected = string.Join(',', layout.ClassNames);
        if (layout.ClassNames.IsEmpty || header.ClassNames is null || header.ClassNames == expected) return;
        throw new ModelFormatException(
            $"The file's classes are {NearNames.Clip(header.ClassNames)}; the model's are {expected}, in this order. Load the file with the enum that it was saved with.");
    }

    private static void CheckFormat(FileTensor source)
    {
        if (source.Format == FloatFormat.Unknown)
            throw new ModelFormatException(
                $"Tensor '{NearNames.Clip(source.Name)}' has the dtype '{NearNames.Clip(source.Dtype)}'; F32, F16 and BF16 can be read, I8 with scales in a tensor '{NearNames.Clip(source.Name)}{StoredTensor.ScaleSuffix}' beside it, U8 with zero points in '{NearNames.Clip(source.Name)}{StoredTensor.ZeroPointSuffix}', too. Convert it before saving.");
    }

    private static void CheckShape(FileTensor source, TensorLayout target, ModelLayout layout, FileHeader header)
    {
        if (source.Shape.AsSpan().SequenceEqual([.. target.Shape.Select(size => (long)size)])) return;
        string readAs = source.Name == target.Name ? "" : $" (the model's '{target.Name}')";
        throw new ModelFormatException(
            $"Tensor '{NearNames.Clip(source.Name)}'{readAs} has shape [{string.Join(", ", source.Shape)}]; [{string.Join(", ", target.Shape)}] was expected.{Advice(layout, header)}");
    }

    private static void CheckComplete(ModelLayout layout, FileHeader header, Dictionary<TensorLayout, FileTensor> found, List<string> surplus)
    {
        List<string> missing = [.. layout.Tensors.Where(tensor => !found.ContainsKey(tensor)).Select(tensor => tensor.Name)];
        if (missing.Count == 0 && surplus.Count == 0) return;
        throw new ModelFormatException($"{Listed("The file lacks", missing)}{Listed("The model does not have", surplus)}{Advice(layout, header).TrimStart()}");
    }

    private static string Listed(string sentence, List<string> names)
    {
        if (names.Count == 0) return "";
        string others = names.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {names.Count - 1} more");
        return $"{sentence} tensor '{NearNames.Clip(names[0])}'{others}. ";
    }

    private static string Advice(ModelLayout layout, FileHeader header) => header.Declaration is null
        ? $" Load a file of this model: {layout.Declaration}."
        : $" The file holds another model: {NearNames.Clip(header.Declaration)}. This one is: {layout.Declaration}.";
}
