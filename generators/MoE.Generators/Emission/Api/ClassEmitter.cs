using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>The generated part of the user's class.</summary>
internal static class ClassEmitter
{
    private static readonly string s_version = typeof(ClassEmitter).Assembly.GetName().Version.ToString(3);

    /// <param name="plan">Null for a model with errors.</param>
    /// <param name="failure">What failed in the generator itself, for the analyzers to find.</param>
    public static void Emit(SourceWriter writer, ModelSpec spec, ModelPlan? plan, string? failure = null)
    {
        DeclarationSpec declaration = spec.Declaration;
        Stack<IDisposable> open = Open(writer, declaration);
        if (plan is not null)
            ClassDocEmitter.Emit(writer, plan);
        if (!declaration.IsMarkedGenerated)
            writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"{GeneratorFailure.Tool}\", {Literal.Of(failure ?? s_version)})]");
        open.Push(writer.Block($"partial class {declaration.Name} : {string.Join(", ", Interfaces(spec, plan))}"));

        ConstantsEmitter.Emit(writer, spec, plan);
        foreach (Member member in plan is null ? Declarable(spec) : Members(spec))
            Print(writer, member);
        Close(open);
    }

    /// <summary>
    /// The part of a class whose only flaw is that it derives from a model: with a constructor of its own, which calls no other,
    /// the compiler does not ask for one of the base, and the rule that speaks of the flaw stands alone.
    /// </summary>
    public static void EmitDerived(SourceWriter writer, DeclarationSpec declaration)
    {
        Stack<IDisposable> open = Open(writer, declaration);
        open.Push(writer.Block("partial class " + declaration.Name));
        writer.Line($"private extern {declaration.Name}(global::MoE.Persistence.ParameterBuffer parameters);");
        Close(open);
    }

    private static Stack<IDisposable> Open(SourceWriter writer, DeclarationSpec declaration)
    {
        Stack<IDisposable> open = new();
        if (declaration.Namespace.Length > 0)
            open.Push(writer.Block("namespace " + declaration.Namespace));
        foreach (ContainerSpec container in declaration.Containers)
            open.Push(writer.Block(container.Header));
        return open;
    }

    private static void Close(Stack<IDisposable> open)
    {
        while (open.Count > 0)
            open.Pop().Dispose();
    }

    private static IEnumerable<Member> Members(ModelSpec spec) =>
        StateMembers.Of(spec).Concat(PersistenceMembers.Of(spec)).Concat(InferenceMembers.Of(spec)).Concat(ExpertMembers.Of(spec))
            .Concat(spec.IsSequence ? SequenceMembers.Of(spec) : [])
            .Concat(spec.Classifier is null ? [] : ClassifierMembers.Of(spec))
            .Concat(spec.Training is null ? [] : TrainingMembers.Of(spec))
            .Concat(spec.TakesSparseRows ? SparseMembers.Of(spec) : [])
            .Concat(spec.TakesSparseRows && spec.Training is not null ? SparseTrainingMembers.Of(spec) : []);

    // Of an invalid model. A member must not show an enum that fewer can see, or a type that is none: that error would silence the rule which says so.
    private static IEnumerable<Member> Declarable(ModelSpec spec) => spec.Classifier switch
    {
        { IsEnum: false } => Declarable(spec.WithoutClassifier),
        { IsLessVisible: true } classifier => Public(spec).Where(member => !member.Signature.Contains(classifier.EnumType)),
        _ => Public(spec),
    };

    private static IEnumerable<Member> Public(ModelSpec spec) => Members(spec).Where(member => member.IsPublic).Select(member => Throwing(member, spec.Declaration));

    private static IEnumerable<string> Interfaces(ModelSpec spec, ModelPlan? plan)
    {
        yield return $"global::MoE.IMixtureOfExperts<{spec.Declaration.Name}>";
        if (plan is not null && spec.Training is not null)
            yield return spec.Backbone is null ? "global::MoE.Training.IMixtureModel" : "global::MoE.Training.ITrainableModel";
    }

    private static Member Throwing(Member member, DeclarationSpec declaration) => member with
    {
        Body = $"=> throw new global::System.InvalidOperationException({Literal.Of($"The declaration of {declaration.Name} has errors: see the MOE diagnostics of the build.")});",
    };

    private static void Print(SourceWriter writer, Member member)
    {
        writer.Line();
        if (member.Doc.Length > 0)
            writer.Line("/// " + member.Doc.Replace("\n", "\n/// "));
        if (member.Body.StartsWith("=>", StringComparison.Ordinal))
        {
            writer.Line(member.Signature + " " + member.Body);
            return;
        }
        if (member.Body.Length == 0)
        {
            writer.Line(member.Signature);
            return;
        }
        using (writer.Block(member.Signature))
            writer.Line(member.Body);
    }
}
