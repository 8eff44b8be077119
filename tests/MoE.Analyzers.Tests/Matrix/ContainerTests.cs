using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests.Matrix;

/// <summary>Every rule speaks, of the same place and alone, wherever the program stands.</summary>
public sealed class ContainerTests
{
    [Theory]
    [InlineData("PROGRAM")]
    [InlineData("namespace NAME { PROGRAM }")]
    [InlineData("namespace Shop.NAME;\nPROGRAM")]
    [InlineData("public partial class NAME { PROGRAM }")]
    [InlineData("namespace Shop; public static partial class NAME { public partial record struct Inner { PROGRAM } }")]
    [InlineData("public partial interface NAME { PROGRAM }")]
    [InlineData("public partial class NAME<T> where T : class { public partial record Inner<TKey, @class> { PROGRAM } }")]
    public async Task EveryRuleSpeaksIn(string container)
    {
        PlacedPrograms programs = new((program, index) =>
            container.Replace("NAME", $"Outer{index}", System.StringComparison.Ordinal).Replace("PROGRAM", PlacedPrograms.Named(program, index), System.StringComparison.Ordinal));

        (await programs.Found()).Select(programs.Show).ShouldBe(programs.Expected, ignoreOrder: true);
        programs.GeneratedErrors.ShouldBeEmpty();
    }
}
