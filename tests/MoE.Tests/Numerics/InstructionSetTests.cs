using System.Runtime.Intrinsics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class InstructionSetTests
{
    [Fact]
    public void It_is_the_widest_that_the_machine_has()
    {
        InstructionSet.Current.ShouldBeOneOf("AVX-512", "AVX2", "portable (Vector128)");
        (InstructionSet.Current == "portable (Vector128)").ShouldBe(!Vector256.IsHardwareAccelerated);
    }
}
