namespace MoE.Training;

/// <summary>The row-weighted mean of batch losses.</summary>
internal struct LossMean
{
    private double _task;
    private double _loadBalance;
    private double _routerZ;
    private long _rows;

    public void Add(LossReport batch, int rows)
    {
        _task += batch.Task * rows;
        _loadBalance += batch.LoadBalance * rows;
        _routerZ += batch.RouterZ * rows;
        _rows += rows;
    }

    public readonly LossReport ToReport() => new(_task / _rows, _loadBalance / _rows, _routerZ / _rows);
}
