namespace MoE.Persistence;

/// <summary>Where a tensor of the model lies in a file: row-major from one byte on, in a tensor of the file that may hold others too.</summary>
/// <param name="Source">The file's tensor.</param>
/// <param name="Target">The model's tensor.</param>
/// <param name="Begin">The first byte, counted from the beginning of the file's data.</param>
internal readonly record struct TensorPart(FileTensor Source, TensorLayout Target, long Begin);
