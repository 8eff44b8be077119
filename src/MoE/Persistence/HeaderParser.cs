using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace MoE.Persistence;

/// <summary>
/// Reads the JSON header of a safetensors file. The file is hostile: a forward reader of bounded depth, every number checked,
/// and nothing allocated that the header's own length does not bound.
/// </summary>
internal ref struct HeaderParser
{
    // An object of objects of arrays.
    private const int Depth = 3;
    private const int MaxRank = 16;

    private readonly List<FileTensor> _tensors = [];
    private Utf8JsonReader _reader;
    // What is being read, for messages.
    private string _place = "{";
    private uint? _checksum;
    private string? _classNames;
    private string? _declaration;
    private string? _fit;

    private HeaderParser(ReadOnlySpan<byte> json) => _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Depth });

    /// <summary>Reads a header.</summary>
    /// <exception cref="ModelFormatException">It is malformed, or its tensors do not lie side by side.</exception>
    public static FileHeader Parse(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json[0] != '{')
            throw new ModelFormatException("The header does not begin with '{': this is no safetensors file.");
        HeaderParser parser = new(json);
        try
        {
            return parser.ParseHeader();
        }
        catch (JsonException error)
        {
            throw new ModelFormatException($"The header is no valid JSON at byte {parser._reader.BytesConsumed}: the file is damaged, or no safetensors file.", error);
        }
    }

    private FileHeader ParseHeader()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        Expect(JsonTokenType.StartObject);
        while (NextName() is { } name)
        {
            _place = name;
            if (!names.Add(name)) throw Bad("the name is in the header twice");
            if (name == "__metadata__") ParseMetadata();
            else _tensors.Add(ParseTensor(name));
        }
        // Nothing but spaces may follow.
        _reader.Read();
        _tensors.Sort((left, right) => (left.Begin, left.End).CompareTo((right.Begin, right.End)));
        CheckSideBySide();
        return new FileHeader([.. _tensors], _checksum, _classNames, _declaration, _fit);
    }

    private void ParseMetadata()
    {
        Expect(JsonTokenType.StartObject);
        while (NextName() is { } key)
        {
            Expect(JsonTokenType.String);
            switch (key)
            {
                case FileHeader.ChecksumKey:
                    string digits = SetOnce(_checksum is not null, key);
                    _checksum = FileHeader.TryParseChecksum(Encoding.UTF8.GetBytes(digits), out uint checksum)
                        ? checksum
                        : throw Bad($"'{key}' must be eight hexadecimal digits; '{NearNames.Clip(digits)}' came");
                    break;
                case FileHeader.ClassNamesKey:
                    _classNames = SetOnce(_classNames is not null, key);
                    break;
                case FileHeader.DeclarationKey:
                    _declaration = SetOnce(_declaration is not null, key);
                    break;
                case FileHeader.FitKey:
                    _fit = SetOnce(_fit is not null, key);
                    break;
            }
        }
    }

    private readonly string SetOnce(bool set, string key) =>
        set ? throw Bad($"'{key}' is there twice") : Text();

    private FileTensor ParseTensor(string name)
    {
        string? dtype = null;
        ImmutableArray<long> shape = default, offsets = default;
        Expect(JsonTokenType.StartObject);
        while (NextName() is { } key)
        {
            switch (key)
            {
                case "dtype" when dtype is null:
                    Expect(JsonTokenType.String);
                    dtype = Text();
                    break;
                case "shape" when shape.IsDefault:
                    shape = ParseSizes();
                    break;
                case "data_offsets" when offsets.IsDefault:
                    offsets = ParseSizes();
                    break;
                default:
                    throw Bad($"'{NearNames.Clip(key)}' is twice there or unknown; 'dtype', 'shape' and 'data_offsets' were expected");
            }
        }
        if (dtype is null || shape.IsDefault || offsets.IsDefault) throw Bad("'dtype', 'shape' or 'data_offsets' is missing");
        if (offsets is not [long begin, long end] || begin > end)
            throw Bad($"data_offsets must be two numbers in order; [{string.Join(", ", offsets)}] came");
        FileTensor tensor = new(name, dtype, shape, begin, end);
        CheckSize(tensor);
        return tensor;
    }

    private ImmutableArray<long> ParseSizes()
    {
        ImmutableArray<long>.Builder sizes = ImmutableArray.CreateBuilder<long>(2);
        Expect(JsonTokenType.StartArray);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.Number || !_reader.TryGetInt64(out long size) || size < 0)
                throw Bad("shape and data_offsets must hold whole numbers from 0 to 2^63 - 1");
            if (sizes.Count == MaxRank) throw Bad($"more than {MaxRank} numbers");
            sizes.Add(size);
        }
        return sizes.DrainToImmutable();
    }

    // Of a dtype that we do not know, the size is not known either: whether it matters is decided when the tensor is needed.
    private readonly void CheckSize(FileTensor tensor)
    {
        if (tensor.Format == FloatFormat.Unknown) return;
        long bytes = tensor.Format.Size();
        foreach (long size in tensor.Shape)
        {
            if (size != 0 && bytes > long.MaxValue / size) throw Bad($"the shape [{string.Join(", ", tensor.Shape)}] is too large");
            bytes *= size;
        }
        if (bytes != tensor.End - tensor.Begin)
            throw Bad($"shape [{string.Join(", ", tensor.Shape)}] of {tensor.Dtype} takes {bytes} bytes; data_offsets give {tensor.End - tensor.Begin}");
    }

    private readonly void CheckSideBySide()
    {
        long end = 0;
        foreach (FileTensor tensor in _tensors)
        {
            if (tensor.Begin != end)
                throw new ModelFormatException(
                    $"Tensor '{NearNames.Clip(tensor.Name)}' begins at byte {tensor.Begin} of the data; {end} was expected, for tensors neither overlap nor leave holes.");
            end = tensor.End;
        }
    }

    // The name of the next property, null at the end of the object.
    private string? NextName()
    {
        _reader.Read();
        return _reader.TokenType == JsonTokenType.EndObject ? null : Text();
    }

    private void Expect(JsonTokenType type)
    {
        _reader.Read();
        if (_reader.TokenType != type) throw Bad($"{type} was expected, {_reader.TokenType} came");
    }

    private readonly ModelFormatException Bad(string what) => new($"The header's '{NearNames.Clip(_place)}': {what}. The file is damaged.");

    private readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new ModelFormatException($"The header's text before byte {_reader.BytesConsumed} is no valid Unicode: the file is damaged.", error);
        }
    }
}
