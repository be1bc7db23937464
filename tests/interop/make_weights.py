"""Makes the weight files of tests/fixtures/interop, and the logits that timm and Paddle compute with them.

    pip install -r tests/interop/requirements.txt
    python tests/interop/make_weights.py

Every value comes from a seed, so a second run writes the same weights.
"""

import json
from pathlib import Path

import numpy as np

OUT = Path(__file__).parents[1] / "fixtures" / "interop"
SIZE = 48

# The rows of NET_CONFIG in PaddleClas: kernel, channels in, channels out, stride, SE.
STAGES = {
    "blocks2": [(3, 16, 32, 1, 0)],
    "blocks3": [(3, 32, 64, 2, 0), (3, 64, 64, 1, 0)],
    "blocks4": [(3, 64, 128, 2, 0), (3, 128, 128, 1, 0)],
    "blocks5": [(3, 128, 256, 2, 0)] + 5 * [(5, 256, 256, 1, 0)],
    "blocks6": [(5, 256, 512, 2, 1), (5, 512, 512, 1, 1)],
}


def picture():
    """1 x 3 x SIZE x SIZE: sin(0.37 y + 0.61 x + 1.7 c); the tests compute it again."""
    c, y, x = np.meshgrid(np.arange(3), np.arange(SIZE), np.arange(SIZE), indexing="ij")
    return np.sin(0.37 * y + 0.61 * x + 1.7 * c).astype("float32")[None]


def values(name, shape, rng):
    """Weights that keep the signal alive, and statistics of batch norms that are neither 0 nor 1."""
    if name.endswith(("_variance", "running_var")):
        return rng.uniform(0.5, 1.5, shape).astype("float32")
    if len(shape) == 4:
        return rng.normal(0, np.sqrt(2 / np.prod(shape[1:])), shape).astype("float32")
    if len(shape) == 2:
        return rng.normal(0, 0.2, shape).astype("float32")
    is_scale = name.endswith(("bn.weight", "bn1.weight", "bn2.weight"))
    return (rng.uniform(0.5, 1.5, shape) if is_scale else rng.normal(0.2, 0.2, shape)).astype("float32")


def lcnet_timm(file):
    import safetensors.torch
    import timm
    import torch

    model = timm.create_model("lcnet_035", num_classes=7).eval()
    rng = np.random.default_rng(1)
    state = {
        name: torch.from_numpy(values(name, tuple(old.shape), rng)) if old.is_floating_point() else old
        for name, old in model.state_dict().items()
    }
    model.load_state_dict(state)
    safetensors.torch.save_file(model.state_dict(), OUT / file)
    with torch.no_grad():
        logits = model(torch.from_numpy(picture()))
    return logits[0].tolist()


def pplcnet_paddle(file, classes, class_expand=1280, scale=0.25, protocol=4):
    import paddle
    from paddle import nn

    def width(channels):
        rounded = max(8, int(channels * scale + 4) // 8 * 8)
        return rounded + 8 if rounded < 0.9 * channels * scale else rounded

    class ConvBN(nn.Layer):
        def __init__(self, inputs, outputs, kernel, stride=1, groups=1):
            super().__init__()
            self.conv = nn.Conv2D(
                inputs, outputs, kernel, stride, (kernel - 1) // 2, groups=groups, bias_attr=False
            )
            self.bn = nn.BatchNorm2D(outputs)

        def forward(self, x):
            return nn.functional.hardswish(self.bn(self.conv(x)))

    class SE(nn.Layer):
        def __init__(self, channels):
            super().__init__()
            self.conv1 = nn.Conv2D(channels, channels // 4, 1)
            self.conv2 = nn.Conv2D(channels // 4, channels, 1)

        def forward(self, x):
            squeezed = nn.functional.relu(self.conv1(nn.functional.adaptive_avg_pool2d(x, 1)))
            return x * nn.functional.hardsigmoid(self.conv2(squeezed))

    class Block(nn.Layer):
        def __init__(self, kernel, inputs, outputs, stride, se):
            super().__init__()
            self.dw_conv = ConvBN(width(inputs), width(inputs), kernel, stride, width(inputs))
            self.se = SE(width(inputs)) if se else nn.Identity()
            self.pw_conv = ConvBN(width(inputs), width(outputs), 1)

        def forward(self, x):
            return self.pw_conv(self.se(self.dw_conv(x)))

    class PPLCNet(nn.Layer):
        def __init__(self):
            super().__init__()
            self.conv1 = ConvBN(3, width(16), 3, 2)
            for name, rows in STAGES.items():
                setattr(self, name, nn.Sequential(*(Block(*row) for row in rows)))
            self.last_conv = nn.Conv2D(width(512), class_expand, 1, bias_attr=False)
            self.dropout = nn.Dropout(0.2, mode="downscale_in_infer")
            self.fc = nn.Linear(class_expand, classes)

        def forward(self, x):
            x = self.conv1(x)
            for name in STAGES:
                x = getattr(self, name)(x)
            x = self.last_conv(nn.functional.adaptive_avg_pool2d(x, 1))
            return self.fc(self.dropout(nn.functional.hardswish(x)).flatten(1))

    model = PPLCNet()
    rng = np.random.default_rng(2)
    state = {name: values(name, tuple(old.shape), rng) for name, old in model.state_dict().items()}
    model.set_state_dict(state)
    model.eval()
    paddle.save(model.state_dict(), str(OUT / file), protocol=protocol)
    return model(paddle.to_tensor(picture()))[0].tolist()


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    logits = {
        "lcnet_035.safetensors": lcnet_timm("lcnet_035.safetensors"),
        "pplcnet_x0_25.pdparams": pplcnet_paddle("pplcnet_x0_25.pdparams", classes=5),
        "pplcnet_x0_25_protocol2.pdparams": pplcnet_paddle(
            "pplcnet_x0_25_protocol2.pdparams", classes=3, class_expand=64, protocol=2
        ),
    }
    (OUT / "logits.json").write_text(json.dumps({"size": SIZE, "logits": logits}, indent=2) + "\n")
