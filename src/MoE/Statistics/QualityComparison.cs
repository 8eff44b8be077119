using System;
using System.Globalization;

namespace MoE;

/// <summary>How far a model's outputs y' lie from another's, y, over some rows.</summary>
/// <param name="Rows">How many were compared.</param>
/// <param name="LargestError">The largest |y' - y|.</param>
/// <param name="MeanError">The mean |y' - y|.</param>
/// <param name="LargestRelativeError">The largest |y' - y| of a row over the largest |y| of that row; the largest of all rows.</param>
/// <param name="RouteAgreement">The share of rows with the same experts, in whatever order.</param>
/// <param name="ClassAgreement">The share of rows whose largest output stands in the same place; of equal ones the first counts.</param>
public sealed record QualityComparison(
    long Rows, double LargestError, double MeanError, double LargestRelativeError, double RouteAgreement, double ClassAgreement)
{
    /// <summary>A line for each number.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        rows                     {Rows}
        largest error            {LargestError:G4}
        mean error               {MeanError:G4}
        largest relative error   {LargestRelativeError:G4}
        same experts, share      {RouteAgreement:F4}
        same class, share        {ClassAgreement:F4}
        """);
}
