using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>Whether the enum's members can be classes: MOE0115.</summary>
internal static class ClassifierChecks
{
    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        if (model.Classifier is not { } classifier)
            yield break;
        if (!classifier.IsEnum)
        {
            yield return Unfit("it is no enum");
            yield break;
        }
        if (classifier.IsFlags)
            yield return Unfit("its values are [Flags], not alternatives");
        if (classifier.Aliases.Count > 0)
            yield return Unfit($"{string.Join(", ", classifier.Aliases.AsEnumerable())} repeats the value of another member");
        if (classifier.Members.Count < 2)
            yield return Unfit("it has fewer than two members");
        if (classifier.IsLessVisible)
            yield return Unfit($"it is less visible than {model.Declaration.Name}, whose members show it");

        Finding Unfit(string reason) => new(
            RuleIds.ClassifierEnum,
            new FindingPlace(ClassifierAttributeSpec.Table.Name, 0, "TEnum"),
            ImmutableArray.Create(classifier.EnumType.Replace("global::", ""), reason));
    }
}
