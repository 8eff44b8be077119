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
        string layout = $"global::MoE.Generated.{GeneratedFile.ClassName(spec.Declaration, "File")}.Layout";
        string mixture = $"global::MoE.Generated.{GeneratedFile.ClassName(spec.Declaration, spec.ResidualBlock is null ? "Mixture" : "Mixture" + ResidualPlanner.Scope)}";
        yield return Member.Hidden("private readonly global::MoE.Persistence.ParameterBuffer _parameters;", "");
        yield return Member.Hidden($"private readonly {mixture} _mixture;", "");
        if (spec.ResidualBlock is not null)
            yield return Member.Hidden("private readonly global::MoE.Blocks.ResidualBlock _block;", "");
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

    private static string Constructor(ModelSpec spec)
    {
        string restore = spec.HoldsState ? "\nparameters.Restore(_mixture.States(\"\"));" : "";
        if (spec.ResidualBlock is null)
            return spec.HoldsState ? "(_parameters, _mixture) = (parameters, new(parameters));" + restore : "=> (_parameters, _mixture) = (parameters, new(parameters));";
        string residual = $"global::MoE.Generated.{GeneratedFile.ClassName(spec.Declaration, "Residual")}";
        return $"""
            (_parameters, _mixture) = (parameters, new(parameters, {residual}.Norm.Floats));
            _block = new(_mixture, {residual}.Norm, parameters);{restore}
            """;
    }
}
