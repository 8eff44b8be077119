using System.Collections.Generic;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>Load and save.</summary>
internal static class PersistenceMembers
{
    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        string name = spec.Declaration.Name;
        string file = "global::MoE.Generated." + GeneratedFile.ClassName(spec.Declaration, "File");
        yield return Loader("string path", "path");
        yield return Loader("string path, string prefix", "path, prefix");
        yield return Loader("global::System.IO.Stream stream", "stream");
        yield return Loader("global::System.ReadOnlySpan<byte> file", "file");
        yield return Saver("string path", "path");
        yield return Saver("global::System.IO.Stream stream", "stream");

        yield return new Member(
            "<summary>Loads a file of aprender's: .apr, or the bincode of its save.</summary>\n<param name=\"path\">The file.</param>\n<exception cref=\"global::MoE.ModelFormatException\">It is damaged or holds another model.</exception>",
            $"public static {name} LoadApr(string path)",
            $"=> new(global::MoE.Persistence.Apr.AprModel.Load({file}.Layout, {Settings(spec)}, path));");
        yield return new Member(
            "<summary>Saves as aprender's .apr: in its own words where it has such a mixture, one of linear, logistic or forest experts behind a softmax without bias; else under a mark that only this library reads.</summary>\n<param name=\"path\">The file; the old one stays whole until the new one is on the disk.</param>",
            "public void SaveApr(string path)",
            $"=> global::MoE.Persistence.Apr.AprModel.Save(path, _parameters, {(spec.HoldsState ? RootCalls.Of(spec).States : "[]")}, {Settings(spec)});");

        if (spec.Mixture.WeightFormat != WeightFormat.Float32)
        {
            yield return new Member(
                "<summary>How far the weights are from those of the file that they were rounded from. Empty where nothing was: after Create, and after Load of a file in this format.</summary>",
                "public global::MoE.ConversionReport Conversion",
                "=> _parameters.Conversion;");
        }

        Member Loader(string parameters, string arguments) => new(
            Member.Inherited,
            $"public static {name} Load({parameters})",
            $"=> new({file}.Load({arguments}));");

        Member Saver(string parameters, string argument) => new(
            Member.Inherited,
            $"public void Save({parameters})",
            $"=> {file}.Save({argument}, _parameters{(spec.HoldsState ? ", " + RootCalls.Of(spec).States : "")});");
    }

    private static string Settings(ModelSpec spec)
    {
        SoftmaxGatingSpec? softmax = spec.Router is SoftmaxGatingSpec { Groups.Count: <= 1 } plain ? plain : null;
        bool areForests = spec.Experts.All(expert => expert is RandomForestExpertSpec);
        string[] values =
        [
            "InputSize", "OutputSize", "ExpertCount", "TopK", Literal.Of(softmax is not null), Literal.OfSingle(softmax?.Temperature.Value ?? 1), Literal.Of(areForests),
            Literal.OfSingle(spec.CapacityFactor.Value), Literal.OfSingle(spec.Training?.ExpertDropout.Value ?? 0), Literal.OfSingle(spec.Training?.LoadBalanceWeight.Value ?? 0),
        ];
        return $"new({string.Join(", ", values)})";
    }
}
