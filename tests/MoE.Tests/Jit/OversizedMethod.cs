using System;
using System.Reflection;
using System.Reflection.Emit;

namespace MoE.Tests.Jit;

/// <summary>The planted violation: straight-line code past the 20,000 IL instructions that the JIT optimizes.</summary>
internal static class OversizedMethod
{
    public const string TypeName = "MoE.Planted.Oversized";

    public static void Call()
    {
        TypeBuilder type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Planted"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("Planted").DefineType(TypeName, TypeAttributes.Public);
        MethodBuilder method = type.DefineMethod("Sum", MethodAttributes.Public | MethodAttributes.Static, typeof(int), [typeof(int)]);
        ILGenerator code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        for (int term = 0; term < 10_500; term++)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Add);
        }

        code.Emit(OpCodes.Ret);
        type.CreateType().GetMethod("Sum")!.CreateDelegate<Func<int, int>>()(1);
    }
}
