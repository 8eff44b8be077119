using System;

namespace MoE;

/// <summary>A model file is damaged, is no model file, or holds another model than the one that was asked to load it.</summary>
/// <remarks>The message names the tensor or field, what was expected and what came. No model has been changed.</remarks>
public sealed class ModelFormatException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public ModelFormatException()
    {
    }

    /// <summary>An exception that says what is wrong with the file.</summary>
    public ModelFormatException(string message) : base(message)
    {
    }

    /// <summary>An exception that says what is wrong with the file, and what showed it.</summary>
    public ModelFormatException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
