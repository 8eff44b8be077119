using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using MoE.Persistence;

namespace MoE.Training.Checkpoints;

/// <summary>The file of a Fit that may be interrupted: a safetensors file with the buffers as tensors and the rest in its metadata.</summary>
/// <param name="path">The file.</param>
/// <param name="terms">What decides the bits of this Fit.</param>
internal sealed class Checkpoint(string path, ImmutableArray<(string Name, string Value)> terms)
{
    /// <summary>Replaces the file in one step.</summary>
    public void Save(FitState state, CheckpointParts parts)
    {
        byte[] header = CheckpointHeader.Of(parts, CheckpointState.Write(state, terms));
        using AtomicFile file = new(path);
        SafetensorsWriter.Write(file.Stream, CheckpointHeader.Buffers(parts), [], header, CheckpointHeader.ChecksumOffset);
        file.Commit();
    }

    /// <summary>Fills state and buffers from the file, if there is one.</summary>
    /// <exception cref="ModelFormatException">The file is damaged, no checkpoint, or of another model; nothing is changed.</exception>
    /// <exception cref="ArgumentException">It is of a Fit to other rows or with other options; nothing is changed.</exception>
    public bool TryLoad(FitState state, CheckpointParts parts)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            FileHeader header = SafetensorsReader.Header(stream, stream.Length);
            if (header.Fit is null)
                throw new ModelFormatException($"It is no checkpoint of a Fit: its metadata has no '{FileHeader.FitKey}'. Choose another CheckpointPath.");
            CheckpointState stored = CheckpointState.Read(header.Fit);
            string declaration = parts.Model.Layout.Declaration;
            if (header.Declaration != declaration)
                throw new ModelFormatException($"It is a checkpoint of '{header.Declaration}', but the model is '{declaration}'. Choose another CheckpointPath.");
            stored.DemandTerms(path, terms);
            List<(ParameterBuffer Target, ParameterBuffer Loaded)> loaded = [];
            foreach ((string prefix, ParameterBuffer buffer) in parts.Named)
            {
                stream.Position = 0;
                loaded.Add((buffer, SafetensorsReader.Read(stream, stream.Length, buffer.Layout, literal: [], checksumOffset: 0, prefix)));
            }
            foreach ((ParameterBuffer target, ParameterBuffer from) in loaded)
                target.CopyFrom(from);
            stored.CopyTo(state);
            return true;
        }
        catch (ModelFormatException error)
        {
            throw new ModelFormatException($"'{path}': {error.Message}", error);
        }
    }

    /// <summary>Removes the file: the Fit has come to its end.</summary>
    public void Remove() => File.Delete(path);
}
