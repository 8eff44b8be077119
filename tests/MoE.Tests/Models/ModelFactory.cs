using System;

namespace MoE.Tests.Models;

/// <summary>A declared model: made from a seed or loaded from a file.</summary>
internal sealed record ModelFactory(string Name, Func<ulong, IModel> Create, Func<string, IModel> Load)
{
    public static ModelFactory Regressor<T>()
        where T : IRegressor<T> =>
        new(typeof(T).Name, seed => new RegressorModel<T>(T.Create(seed)), path => new RegressorModel<T>(T.Load(path)));

    public static ModelFactory Classifier<T, TClass>()
        where T : IClassifier<T, TClass>
        where TClass : struct, Enum =>
        new(typeof(T).Name, seed => new ClassifierModel<T, TClass>(T.Create(seed)), path => new ClassifierModel<T, TClass>(T.Load(path)));
}
