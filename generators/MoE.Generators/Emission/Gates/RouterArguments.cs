using System;
using System.Collections.Generic;
using System.Globalization;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Gates;

/// <summary>What a router's constructor is given, as source; a new kind of argument is a line here.</summary>
internal static class RouterArguments
{
    private static readonly Dictionary<Type, Func<object, string, string>> s_kinds = new()
    {
        [typeof(int)] = (value, _) => Literal.Of((int)value),
        [typeof(bool)] = (value, _) => Literal.Of((bool)value),
        [typeof(float)] = (value, _) => Literal.OfSingle((float)value),
        [typeof(double)] = (value, _) => Literal.OfDouble((double)value),
        [typeof(decimal)] = (value, _) => Decimal((decimal)value),
        [typeof(LinearPlan)] = (value, kernels) => $"{kernels}.{((LinearPlan)value).Name}Shape",
        [typeof(NoisePlan)] = (value, kernels) => Noise((NoisePlan)value, kernels),
        [typeof(GroupPlan)] = (value, _) => Groups((GroupPlan)value),
    };

    /// <param name="kernels">The class with the model's linear layers.</param>
    public static string Of(object value, string kernels) => s_kinds[value.GetType()](value, kernels);

    public static string Decimal(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "m";

    private static string Noise(NoisePlan noise, string kernels) =>
        $"new RouterNoise(GateNoise.{noise.Kind}, {kernels}.{noise.Layer.Name}Shape, {noise.Offset}{(noise.Back is null ? "" : $", {kernels}.{noise.Back.Name}Shape")})";

    private static string Groups(GroupPlan plan) =>
        $"new GroupedTopK({plan.Experts}, groups: {plan.Groups.Count}, keptGroups: {plan.Groups.Kept}, scoreOfTwo: {Literal.Of(plan.ScoreOfTwo)})";
}
