using System;
using System.Linq;

namespace MoE.Tests.Apr;

/// <summary>
/// Files worked out by hand from aprender's source. (A) has the inputs that aprender pins for its own oracle
/// (crates/apr-format/src/falsifiers.rs, GoldenModel), and that file's 171 bytes; (B) is a mixture, and was not run through aprender.
/// </summary>
internal static class WorkedExamples
{
    /// <summary>(A): a model of type 0x0001, quality 85.</summary>
    public static byte[] Golden => Hex("""
        4150524e 0100 0100 4a000000 3d000000 3d000000 00 00 55 000000000000000000
        83 aa637265617465645f6174 aa31373030303030303030
        b0617072656e6465725f76657273696f6e ac302e302e302d676f6c64656e
        aa6d6f64656c5f6e616d65 a9676f6c64656e2d7631
        0900000000000000 676f6c64656e5f7631
        0800000000000000 0000803f 00000040 0000003f 000000bf 00008040 000000c0 0000803e 00000041
        0000003e
        65a04859
        """);

    /// <summary>(B): two LinearRegressions, one of them not fitted, and SoftmaxGating::new(1, 2); top_k 2; by save_apr.</summary>
    public static byte[] Linear => Hex("""
        4150524e 0100 4000 2f000000 58000000 58000000 00 00 00 000000000000000000
        82 aa637265617465645f6174 aa31373030303030303030 b0617072656e6465725f76657273696f6e a6302e36352e32
        0200000000000000
        01 0100000000000000 00000040 0000003f 01
        00 00000000 01
        0100000000000000 0200000000000000 0000803f
        0200000000000000 ec05d1be f037a7be
        0200000000000000 0000803f 00000000 0ad7233c
        d4bf58b5
        """);

    /// <summary>(B) by save: the payload alone.</summary>
    public static byte[] LinearBincode => Linear[0x4F..0xA7];

    private static byte[] Hex(string text) => Convert.FromHexString(string.Concat(text.Where(character => !char.IsWhiteSpace(character))));
}
