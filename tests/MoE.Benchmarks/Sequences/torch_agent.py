#!/usr/bin/python3
"""The agent of `MoE.Benchmarks sequences` in eager PyTorch: the same weights, the same inputs, the same JSON lines.

Mamba's scan in two forms: `sequential` (a multiply-add over all channels and states for each row, the rest at once for all rows) and
`doubling` (log2(rows) passes over all rows). The rows of a mixture are sorted by expert, one product an expert; a single row asks its two
experts. "us_cpu" is processor time, the one to compare on a busy machine. "sum" and "sumabs" are over the outputs, of training: the first batch's loss; they must be those of the C# program.

usage: MoE.Benchmarks sequences --weights FOLDER > ours.jsonl
       torch_agent.py --weights FOLDER [--threads N] [--seconds S] [--forms "sequential doubling"] > torch.jsonl
Debian's PyTorch computes with whatever libblas.so.3 is; with the reference BLAS it is many times slower: install libopenblas0-openmp.
"""
import argparse, json, math, os, struct, time
import numpy as np
import torch
import torch.nn.functional as F

INPUTS, WIDTH, LAYERS, EVERY, EXPERTS, TOP, STATES, RANK = 287, 256, 6, 2, 8, 2, 16, 16
INNER = 2 * WIDTH


def load(path):
    """A safetensors file of float32."""
    with open(path, "rb") as f:
        size = struct.unpack("<Q", f.read(8))[0]
        header, data = json.loads(f.read(size)), f.read()
    return {n: torch.tensor(np.frombuffer(data, "<f4", (t["data_offsets"][1] - t["data_offsets"][0]) // 4, t["data_offsets"][0])).reshape(t["shape"])
            for n, t in header.items() if n != "__metadata__"}


def rows(count):
    """The inputs of PeerNumbers: splitmix64's finaliser of each number's place."""
    with np.errstate(over="ignore"):
        z = (np.uint64(3) << np.uint64(40)) + np.arange(count * INPUTS, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    unit = (z >> np.uint64(40)).astype(np.float32) * np.float32(1 / 8388608) - np.float32(1)
    return torch.tensor((unit * np.float32(math.sqrt(3))).reshape(count, INPUTS))


class Agent:
    def __init__(self, weights, form):
        self.p, self.form = weights, form

    def norm(self, x, name):
        return F.layer_norm(x, (WIDTH,), self.p[name + ".weight"], self.p[name + ".bias"])

    def linear(self, x, name):
        return F.linear(x, self.p[name + ".weight"], self.p.get(name + ".bias"))

    def mamba(self, x, name):                       # x: [sequences, rows, width]
        p = self.p
        u, g = self.linear(x, name + "in_proj").chunk(2, -1)
        u = F.conv1d(F.pad(u.transpose(1, 2), (3, 0)), p[name + "conv1d.weight"], p[name + "conv1d.bias"], groups=INNER).transpose(1, 2)
        u = F.silu(u)
        dt, b, c = self.linear(u, name + "x_proj").split((RANK, STATES, STATES), -1)
        dt = F.softplus(self.linear(dt, name + "dt_proj"))
        a = torch.exp(dt.unsqueeze(-1) * -torch.exp(p[name + "A_log"]))
        h = (dt * u).unsqueeze(-1) * b.unsqueeze(2)  # [sequences, rows, channels, states]
        if self.form == "sequential":
            steps, state = [], torch.zeros_like(h[:, 0])
            for at, ht in zip(a.unbind(1), h.unbind(1)):
                state = torch.addcmul(ht, at, state)
                steps.append(state)
            h = torch.stack(steps, 1)
        else:
            step = 1
            while step < h.shape[1]:
                h = torch.cat((h[:, :step], torch.addcmul(h[:, step:], a[:, step:], h[:, :-step])), 1)
                a = torch.cat((a[:, :step], a[:, step:] * a[:, :-step]), 1)
                step *= 2
        y = torch.matmul(h, c.unsqueeze(-1)).squeeze(-1) + p[name + "D"] * u
        return self.linear(y * F.silu(g), name + "out_proj")

    def expert(self, x, name):
        return self.linear(F.gelu(self.linear(x, name + "0")), name + "2")

    def mixture(self, x, name, balances):
        flat = x.reshape(-1, WIDTH)
        logits = self.linear(flat, name + "gate")
        values, chosen = torch.topk(logits, TOP, dim=-1)
        w = torch.softmax(values, -1)
        each = chosen.reshape(-1)
        order = torch.argsort(each)
        counts = torch.bincount(each, minlength=EXPERTS)
        if balances is not None:
            share = counts.to(torch.float32) / each.shape[0]
            balances.append(0.01 * EXPERTS * (share * torch.softmax(logits, -1).mean(0)).sum())
        y, at, weights = torch.zeros_like(flat), 0, w.reshape(-1)
        for e, n in enumerate(counts.tolist()):
            if n:
                o = order[at:at + n]
                r = torch.div(o, TOP, rounding_mode="floor")
                y = y.index_add(0, r, self.expert(flat[r], f"{name}experts.{e}.") * weights[o].unsqueeze(-1))
                at += n
        return y.reshape(x.shape)

    def forward(self, x, balances=None):
        x = self.linear(x, "input")
        for i in range(LAYERS):
            name = f"layers.{i}."
            x = x + self.mamba(self.norm(x, name + "norm1"), name + "mamba.")
            z = self.norm(x, name + "norm2")
            x = x + (self.mixture(z, name + "moe.", balances) if (i + 1) % EVERY == 0 else self.expert(z, name + "mlp."))
        return self.linear(self.norm(x, "norm"), "head")

    def state(self):
        return [[torch.zeros(INNER, 4), torch.zeros(INNER, STATES)] for _ in range(LAYERS)]

    def prepare(self):
        """What a program that only predicts computes once."""
        self.a = [-torch.exp(self.p[f"layers.{i}.mamba.A_log"]) for i in range(LAYERS)]
        self.taps = [self.p[f"layers.{i}.mamba.conv1d.weight"][:, 0].contiguous() for i in range(LAYERS)]

    def step(self, state, x):                       # x: [inputs]
        p = self.p
        x = self.linear(x, "input")
        for i in range(LAYERS):
            name, (window, h) = f"layers.{i}.mamba.", state[i]
            u, g = self.linear(self.norm(x, f"layers.{i}.norm1"), name + "in_proj").chunk(2, -1)
            window = torch.cat((window[:, 1:], u.unsqueeze(1)), 1)
            u = F.silu((window * self.taps[i]).sum(1) + p[name + "conv1d.bias"])
            dt, b, c = self.linear(u, name + "x_proj").split((RANK, STATES, STATES), -1)
            dt = F.softplus(self.linear(dt, name + "dt_proj"))
            h = torch.addcmul(torch.outer(dt * u, b), torch.exp(dt.unsqueeze(1) * self.a[i]), h)
            state[i] = [window, h]
            y = torch.addcmul(torch.mv(h, c), p[name + "D"], u)
            x = x + self.linear(y * F.silu(g), name + "out_proj")
            z = self.norm(x, f"layers.{i}.norm2")
            if (i + 1) % EVERY:
                x = x + self.expert(z, f"layers.{i}.mlp.")
                continue
            values, chosen = torch.topk(self.linear(z, f"layers.{i}.moe.gate"), TOP)
            for w, e in zip(torch.softmax(values, 0), chosen.tolist()):
                x = x + w * self.expert(z, f"layers.{i}.moe.experts.{e}.")
        return self.linear(self.norm(x, "norm"), "head")


def measure(f, seconds):
    f(); f()
    times, end, processor = [], time.perf_counter() + seconds, time.process_time()
    while time.perf_counter() < end or len(times) < 5:
        t = time.perf_counter()
        f()
        times.append(time.perf_counter() - t)
    processor = (time.process_time() - processor) / len(times)
    times.sort()
    return times[len(times) // 2] * 1e6, times[0] * 1e6, processor * 1e6


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--weights", required=True)
    args.add_argument("--threads", type=int, default=1)
    args.add_argument("--seconds", type=float, default=2)
    args.add_argument("--forms", default="sequential doubling")
    args = args.parse_args()
    torch.set_num_threads(args.threads)
    weights = load(os.path.join(args.weights, "agent-mamba.safetensors"))

    def line(peer, case, count, time, outputs):
        print(json.dumps({"peer": peer, "case": "agent-mamba-" + case, "rows": count, "threads": args.threads, "us": round(time[0], 3), "us_min": round(time[1], 3), "us_cpu": round(time[2], 3),
                          "sum": float(f"{outputs.sum().item():.7g}"), "sumabs": float(f"{outputs.abs().sum().item():.7g}")}), flush=True)

    x = rows(512)
    with torch.inference_mode():
        agent = Agent(weights, "")
        agent.prepare()
        state = agent.state()
        outputs = torch.stack([agent.step(state, row) for row in x])
        line("torch-eager", "step", 1, measure(lambda: agent.step(state, x[0]), args.seconds), outputs.double())
        for form in args.forms.split():
            agent = Agent(weights, form)
            line("torch-" + form, "whole", 512, measure(lambda: agent.forward(x.unsqueeze(0)), args.seconds), agent.forward(x.unsqueeze(0)).double())

    batch, labels = x.reshape(8, 64, INPUTS), torch.arange(512) * 7 % 6
    for form in args.forms.split():
        parameters = {n: w.clone().requires_grad_() for n, w in weights.items()}
        agent, losses = Agent(parameters, form), []
        optimizer = torch.optim.AdamW(parameters.values(), lr=1e-3, weight_decay=0.01, foreach=True)

        def train():
            balances = []
            task = F.cross_entropy(agent.forward(batch, balances).reshape(512, -1), labels)
            losses.append(task.detach())
            optimizer.zero_grad(set_to_none=True)
            (task + sum(balances)).backward()
            optimizer.step()

        line("torch-" + form, "train", 512, measure(train, args.seconds), losses[0])


main()
