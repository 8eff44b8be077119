#!/usr/bin/python3
"""A training step (forward, backward, AdamW) of the layers of `MoE.Benchmarks train` in PyTorch (Debian: apt-get install -y python3-torch).

The form is the best eager one, `grouped` of torch_moe.py: rows sorted by expert, one product per expert, index_add back.
sparse: the first layers as matrices over whole rows (`dense`), or as embedding bags of weighted columns (`bag`), AdamW on dense gradients.
AdamW is tried as torch.optim's loop and its foreach form; each line says which. The least is PyTorch's time.
Prints one JSON line per measurement: {"peer","case","rows","threads","us","us_min","loss"}, microseconds a step.

usage: torch_train.py [--threads N ...] [--rows N ...] [--seconds S] [CASE ...]
"""
import argparse, json, statistics, time
import torch
import torch.nn as nn
import torch.nn.functional as F

CASES = {
    "tiny": dict(input=20, hidden=[64, 32], output=3, experts=4, top_k=2, activation="relu"),
    "triage": dict(input=256, hidden=[64], output=3, experts=3, top_k=1, activation="relu"),
    "block": dict(input=256, hidden=[512], output=256, experts=8, top_k=2, activation="gelu"),
    "sparse": dict(input=16384, hidden=[64], output=3, experts=3, top_k=1, activation="relu", entries=30),
}
BATCHES = 64


class Bag(nn.Module):
    """A linear layer over the columns that are there: rows of [columns, values]."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.bag = nn.EmbeddingBag(inputs, outputs, mode="sum")
        nn.init.uniform_(self.bag.weight, -inputs ** -0.5, inputs ** -0.5)
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x):
        return self.bag(x[0], per_sample_weights=x[1]) + self.bias


class Mixture(nn.Module):
    def __init__(self, c, bag):
        super().__init__()
        first = Bag if bag else nn.Linear
        self.k, self.output, self.bag = c["top_k"], c["output"], bag
        self.gate = first(c["input"], c["experts"])
        act = nn.ReLU if c["activation"] == "relu" else nn.GELU
        self.experts = nn.ModuleList()
        for _ in range(c["experts"]):
            widths, layers = [c["input"], *c["hidden"], c["output"]], []
            for i, (a, b) in enumerate(zip(widths, widths[1:])):
                layers.append((first if i == 0 else nn.Linear)(a, b))
                if i + 2 < len(widths):
                    layers.append(act())
            self.experts.append(nn.Sequential(*layers))

    def pick(self, x, r):
        return (x[0][r], x[1][r]) if self.bag else x[r]

    def forward(self, x):
        logits = self.gate(x)
        p = F.softmax(logits, -1)
        v, idx = torch.topk(logits, self.k, dim=-1)
        w = F.softmax(v, -1) if self.k > 1 else p.gather(1, idx)
        flat = idx.reshape(-1)
        order = torch.argsort(flat)
        counts = torch.bincount(flat, minlength=len(self.experts))
        rows = torch.div(order, self.k, rounding_mode="floor")
        shares = w.reshape(-1)[order].unsqueeze(-1)
        y = torch.zeros(logits.shape[0], self.output)
        at = 0
        for e, n in enumerate(counts.tolist()):
            if n:
                r = rows[at:at + n]
                y = y.index_add(0, r, self.experts[e](self.pick(x, r)) * shares[at:at + n])
                at += n
        balance = 0.01 * len(self.experts) * (counts / flat.numel() * p.mean(0)).sum()
        return y, balance


def data(c, rows, form):
    g = torch.Generator().manual_seed(1)
    r = lambda *s: 2 * torch.rand(*s, generator=g) - 1
    batches = []
    for _ in range(BATCHES):
        if "entries" in c:
            columns = torch.stack([torch.randperm(c["input"], generator=g)[:c["entries"]].sort().values for _ in range(rows)])
            values = r(rows, c["entries"])
            x = (columns, values) if form == "bag" else torch.zeros(rows, c["input"]).scatter_(1, columns, values)
        else:
            x = r(rows, c["input"])
        batches.append((x, r(rows, c["output"])))
        if len(batches) * rows * c["input"] > 1 << 27 and form == "dense":
            break   # a few whole batches of wide rows are enough
    return batches


def measure(c, rows, form, foreach, seconds):
    torch.manual_seed(7)
    model = Mixture(c, form == "bag")
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01, foreach=foreach)
    batches, times, step = data(c, rows, form), [], 0
    start = time.perf_counter()
    while True:
        x, target = batches[step % len(batches)]
        t = time.perf_counter()
        optimizer.zero_grad(set_to_none=True)
        y, balance = model(x)
        loss = F.mse_loss(y, target) + balance
        loss.backward()
        optimizer.step()
        now = time.perf_counter()
        step += 1
        if now - start > 1:
            times.append(now - t)
        if now - start > 1 + seconds and len(times) >= 10:
            return statistics.median(times) * 1e6, min(times) * 1e6, loss.item()


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--threads", type=int, nargs="*", default=[1, 2])
    a.add_argument("--rows", type=int, nargs="*", default=[32, 256])
    a.add_argument("--seconds", type=float, default=2.0)
    a.add_argument("case", nargs="*")
    a = a.parse_args()
    for name, c in CASES.items():
        if a.case and name not in a.case:
            continue
        for threads in a.threads:
            torch.set_num_threads(threads)
            for rows in a.rows:
                for form in ("dense", "bag") if "entries" in c else ("dense",):
                    for foreach in (False, True):
                        us, least, loss = measure(c, rows, form, foreach, a.seconds)
                        print(json.dumps({"peer": f"torch-train-{form}-{'foreach' if foreach else 'loop'}", "case": name, "rows": rows, "threads": threads,
                                          "us": round(us, 2), "us_min": round(least, 2), "loss": round(loss, 6)}), flush=True)


main()
