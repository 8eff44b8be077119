namespace ErrorTriage.Features;

/// <summary>Which parts of an error a model is shown.</summary>
public enum FeatureSet
{
    /// <summary>Message, label and source line.</summary>
    Message,

    /// <summary>Label and source line alone: the message is a template that all but names the category.</summary>
    Snippet,
}
