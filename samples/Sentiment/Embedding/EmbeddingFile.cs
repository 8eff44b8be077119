using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Sentiment.Embedding;

/// <summary>An embedding as a file: eight bytes that say what it is, then the tables' floats, little-endian. The sizes are fixed, so the length is, too.</summary>
public static class EmbeddingFile
{
    private const int TableBytes = ScoreTable.Buckets * ScoreTable.Width * sizeof(float);

    private static ReadOnlySpan<byte> Signature => "SENTEMB1"u8;

    /// <summary>Saves to a temporary file beside it, then renames, so that the old file stays whole until the new one is.</summary>
    public static void Save(CommentEmbedding embedding, string path)
    {
        string temporary = path + ".tmp";
        using (FileStream stream = File.Create(temporary))
        {
            stream.Write(Signature);
            foreach (ScoreTable table in embedding.Tables) stream.Write(MemoryMarshal.AsBytes(table.Values.AsSpan()));
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Loads a file.</summary>
    /// <exception cref="InvalidDataException">It is not such a file.</exception>
    public static CommentEmbedding Load(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        int expected = Signature.Length + CommentEmbedding.ViewCount * TableBytes;
        if (file.Length != expected || !file.AsSpan().StartsWith(Signature))
            throw new InvalidDataException($"{path} is not an embedding of {expected} bytes.");

        List<ScoreTable> tables = [];
        for (int view = 0; view < CommentEmbedding.ViewCount; view++)
        {
            float[] values = MemoryMarshal.Cast<byte, float>(file.AsSpan(Signature.Length + view * TableBytes, TableBytes)).ToArray();
            if (!values.All(float.IsFinite)) throw new InvalidDataException($"{path} holds numbers that are not finite.");
            tables.Add(new ScoreTable(values));
        }

        return new CommentEmbedding(tables);
    }
}
