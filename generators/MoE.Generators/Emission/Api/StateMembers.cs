using System.Collections.Generic;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>The parameters: made, listed, read, replaced.</summary>
internal static class StateMembers
{
    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        string name = spec.Declaration.Name;
        string layout = Generated(spec, "File") + ".Layout";
        yield return Member.Hidden("private readonly global::MoE.Persistence.ParameterBuffer _parameters;", "");
        foreach (Member field in Blocks(spec))
            yield return field;
        string required = spec.Declaration.HasRequiredMembers ? "[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]\n" : "";
        yield return Member.Hidden(
            $"{required}private {name}(global::MoE.Persistence.ParameterBuffer parameters)",
            Constructor(spec));
        yield return new Member(
            Member.Inherited,
            "public static global::System.Collections.Immutable.ImmutableArray<global::MoE.TensorInfo> Parameters",
            $"=> {layout}.Parameters;");
        yield return new Member(
            Member.Inherited,
            $"public static {name} Create(ulong seed = 0)",
            $"""
            global::MoE.Persistence.ParameterBuffer parameters = new({layout});
            parameters.Initialize(seed);
            return new {name}(parameters);
            """);
        yield return new Member(
            Member.Inherited,
            "public void GetParameter(string name, global::System.Span<float> values)",
            "=> _parameters.Get(name, values);");
        yield return new Member(
            Member.Inherited,
            "public void SetParameter(string name, global::System.ReadOnlySpan<float> values)",
            "=> _parameters.Set(name, values);");
    }

    private static IEnumerable<Member> Blocks(ModelSpec spec)
    {
        if (spec.Backbone is not null)
        {
            yield return Member.Hidden($"private readonly {Generated(spec, "Backbone")} _sequence;", "");
            yield break;
        }
        yield return Member.Hidden($"private readonly {Generated(spec, spec.ResidualBlock is null ? "Mixture" : "Mixture" + ResidualPlanner.Scope)} _mixture;", "");
        if (spec.IsSequence)
            yield return Member.Hidden("private readonly global::MoE.Sequences.MixtureProgram _sequence;", "");
        else if (spec.ResidualBlock is not null)
            yield return Member.Hidden("private readonly global::MoE.Blocks.ResidualBlock _block;", "");
    }

    private static string Constructor(ModelSpec spec)
    {
        string[] blocks = spec.Backbone is not null ? ["(_parameters, _sequence) = (parameters, new(parameters));"]
            : spec.IsSequence ? ["(_parameters, _mixture) = (parameters, new(parameters));", $"_sequence = new(_mixture, {Generated(spec, "Mixture")}.SequenceStates);"]
            : spec.ResidualBlock is not null ? [$"(_parameters, _mixture) = (parameters, new(parameters, {Generated(spec, "Residual")}.Norm.Floats));", $"_block = new(_mixture, {Generated(spec, "Residual")}.Norm, parameters);"]
            : ["(_parameters, _mixture) = (parameters, new(parameters));"];
        string[] lines = spec.HoldsState ? [.. blocks, $"parameters.Restore({RootCalls.Of(spec).States});"] : blocks;
        return lines.Length == 1 ? "=> " + lines[0] : string.Join("\n", lines);
    }

    private static string Generated(ModelSpec spec, string suffix) => "global::MoE.Generated." + GeneratedFile.ClassName(spec.Declaration, suffix);
}
