"""Depthwise convolution whose weight gradient on small maps is a batched matrix product: several times as fast as PyTorch's own. Run it to measure."""

from __future__ import annotations

import time
from functools import cache

import torch
import torch.nn.functional as F

# Pixels; above this PyTorch's own gradient is as fast.
SMALL_MAP = 16


@cache
def _taps(size: int, kernel: int, stride: int) -> torch.Tensor:
    """[pairs of input and output pixel, kernel²]: 1 where the kernel's tap joins them."""
    out = (size + 2 * (kernel // 2) - kernel) // stride + 1
    pixels = torch.arange(size)[:, None] - stride * torch.arange(out)[None, :] + kernel // 2
    rows, columns = pixels[:, None, :, None], pixels[None, :, None, :]
    inside = (rows >= 0) & (rows < kernel) & (columns >= 0) & (columns < kernel)
    tap = (rows * kernel + columns).reshape(-1)
    joined = torch.zeros(tap.numel(), kernel * kernel)
    pairs = inside.reshape(-1).nonzero()[:, 0]
    joined[pairs, tap[pairs]] = 1
    return joined


def _by_channel(x: torch.Tensor) -> torch.Tensor:
    """[N, C, H, W] in channels-last → [C, N, H·W]."""
    return x.permute(0, 2, 3, 1).reshape(x.shape[0] * x.shape[2] * x.shape[3], x.shape[1]).t().contiguous().view(x.shape[1], x.shape[0], -1)


class _Depthwise(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x: torch.Tensor, weight: torch.Tensor, stride: int) -> torch.Tensor:
        ctx.save_for_backward(x, weight)
        ctx.stride = stride
        return F.conv2d(x, weight, None, stride, weight.shape[-1] // 2, 1, x.shape[1])

    @staticmethod
    def backward(ctx, gradient: torch.Tensor):
        x, weight = ctx.saved_tensors
        kernel, stride, channels = weight.shape[-1], ctx.stride, x.shape[1]
        wanted = [ctx.needs_input_grad[0], False, False]
        settings = [[stride] * 2, [kernel // 2] * 2, [1, 1], False, [0, 0], channels, wanted]
        for_input = torch.ops.aten.convolution_backward(gradient, x, weight, None, *settings)[0]
        joined = torch.bmm(_by_channel(x).transpose(1, 2), _by_channel(gradient)).view(channels, -1)
        for_weight = joined @ _taps(x.shape[-1], kernel, stride)
        return for_input, for_weight.view_as(weight), None


def depthwise(x: torch.Tensor, weight: torch.Tensor, stride: int) -> torch.Tensor:
    """[N, C, H, H] and [C, 1, k, k] → [N, C, H', H'], zeros around."""
    kernel = weight.shape[-1]
    if kernel > 3 and x.shape[-1] ** 2 <= SMALL_MAP:
        return _Depthwise.apply(x, weight, stride)
    return F.conv2d(x, weight, None, stride, kernel // 2, 1, x.shape[1])


def _milliseconds(layer, x: torch.Tensor, weight: torch.Tensor, runs: int = 5) -> float:
    """Fastest of a few forward and backward passes."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        layer(x, weight).sum().backward()
        times.append(1000 * (time.perf_counter() - begin))
    return min(times)


if __name__ == "__main__":
    for channels, size, kernel in ((256, 4, 5), (256, 4, 7), (512, 4, 5)):
        x = torch.randn(256, channels, size, size).contiguous(memory_format=torch.channels_last).requires_grad_()
        weight = torch.randn(channels, 1, kernel, kernel, requires_grad=True)
        plain = _milliseconds(lambda x, weight, pad=kernel // 2, groups=channels: F.conv2d(x, weight, None, 1, pad, 1, groups), x, weight)
        ours = _milliseconds(lambda x, weight: depthwise(x, weight, 1), x, weight)
        print(f"{channels} channels, {size} × {size}, kernel {kernel}: PyTorch {plain:.1f} ms, here {ours:.1f} ms")
