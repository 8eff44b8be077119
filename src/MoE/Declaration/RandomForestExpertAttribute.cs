using System;

namespace MoE;

/// <summary>
/// Adds one or more random forests (Breiman, 2001) of classification and regression trees (Breiman et al., 1984), grown on bootstraps of the rows. In a
/// classifier a forest gives the mean of its leaves' class frequencies, and probabilities are mixed.
/// </summary>
/// <param name="trees">How many trees, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RandomForestExpertAttribute(int trees) : Attribute
{
    /// <summary>How many trees, at least 1.</summary>
    public int Trees { get; } = trees;

    /// <summary>How many such experts, at least 1. Default: 1.</summary>
    public int Count { get; set; } = 1;

    /// <summary>A C# identifier, the member of the model's <c>enum Expert</c>; with <see cref="Count"/> n the members are Name0, Name1, ... Default: none, and no member.</summary>
    public string? Name { get; set; }

    /// <summary>The most questions from the root to a leaf, at least 1; 0: any number. Default: 10.</summary>
    public int MaxDepth { get; set; } = 10;

    /// <summary>The fewest rows of a leaf, at least 1. Default: 1.</summary>
    public int MinSamplesLeaf { get; set; } = 1;

    /// <summary>Features that a node draws to choose its question from (Breiman, 2001, section 4), at least 1 and at most the inputs. Default: 0, the square root of the inputs.</summary>
    public int MaxFeatures { get; set; }
}
