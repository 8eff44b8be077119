namespace MoE.Persistence.Apr;

/// <summary>Reads an expert of one kind.</summary>
/// <param name="reader">Where it stands.</param>
/// <param name="layout">The layout of trees; kinds without trees have one layout.</param>
/// <exception cref="ModelFormatException">The bytes are no such expert.</exception>
internal delegate AprExpert ReadAprExpert(ref BincodeReader reader, AprForestLayout layout);
