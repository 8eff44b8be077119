namespace MoE.Persistence.Apr;

/// <summary>What an APRN file holds, by aprender's numbers.</summary>
internal enum AprModelType : ushort
{
    /// <summary>aprender's LinearRegression.</summary>
    LinearRegression = 0x0001,

    /// <summary>aprender's LogisticRegression.</summary>
    LogisticRegression = 0x0002,

    /// <summary>A decision tree.</summary>
    DecisionTree = 0x0003,

    /// <summary>A random forest.</summary>
    RandomForest = 0x0004,

    /// <summary>Gradient boosting.</summary>
    GradientBoosting = 0x0005,

    /// <summary>k-means.</summary>
    KMeans = 0x0006,

    /// <summary>Principal components.</summary>
    Pca = 0x0007,

    /// <summary>Naive Bayes.</summary>
    NaiveBayes = 0x0008,

    /// <summary>k nearest neighbours.</summary>
    Knn = 0x0009,

    /// <summary>A support vector machine.</summary>
    Svm = 0x000A,

    /// <summary>An n-gram language model.</summary>
    NgramLm = 0x0010,

    /// <summary>A TF-IDF vectorizer.</summary>
    Tfidf = 0x0011,

    /// <summary>A count vectorizer.</summary>
    CountVectorizer = 0x0012,

    /// <summary>A sequential network.</summary>
    NeuralSequential = 0x0020,

    /// <summary>A network of another form.</summary>
    NeuralCustom = 0x0021,

    /// <summary>A recommender.</summary>
    ContentRecommender = 0x0030,

    /// <summary>A mixture of experts: what is read and written here.</summary>
    MixtureOfExperts = 0x0040,

    /// <summary>A model of the user's.</summary>
    Custom = 0x00FF,
}
