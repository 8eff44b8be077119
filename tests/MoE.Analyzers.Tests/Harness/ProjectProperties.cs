using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MoE.Analyzers.Tests;

/// <summary>What analyzers see of a project's properties, and of the metadata of its additional files.</summary>
internal sealed class ProjectProperties((string Name, string Value)[] properties, (string Name, string Value)[] metadata) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("build_property.", properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options("", []);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options("build_metadata.AdditionalFiles.", metadata);

    private sealed class Options(string prefix, IEnumerable<(string Name, string Value)> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            foreach ((string name, string own) in values)
                if (key == prefix + name)
                    value = own;
            return value is not null;
        }
    }
}
