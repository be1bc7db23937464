"""Makes the ONNX files of tests/fixtures/interop/onnx, and the logits that their own libraries compute.

    pip install -r tests/interop/requirements-onnx.txt
    python tests/interop/make_onnx.py [timm] [torch] [paddle] [keras]

Every value comes from a seed, so a second run writes the same networks.
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy as np

OUT = Path(__file__).parents[1] / "fixtures" / "interop" / "onnx"
SIZE = 48
SCALE = 0.1

# The rows of NET_CONFIG in PaddleClas: kernel, channels in, channels out, stride, SE.
ROWS = (
    [(3, 16, 32, 1, 0), (3, 32, 64, 2, 0), (3, 64, 64, 1, 0), (3, 64, 128, 2, 0), (3, 128, 128, 1, 0)]
    + [(3, 128, 256, 2, 0)] + 5 * [(5, 256, 256, 1, 0)]
    + [(5, 256, 512, 2, 1), (5, 512, 512, 1, 1)]
)  # fmt: skip


def width(channels):
    rounded = max(8, int(channels * SCALE + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * channels * SCALE else rounded


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


def export_torch(model, seed, files):
    """Draws the weights; writes one file per set of the exporter's options."""
    import torch

    rng = np.random.default_rng(seed)
    state = {
        name: torch.from_numpy(values(name, tuple(old.shape), rng)) if old.is_floating_point() else old
        for name, old in model.state_dict().items()
    }
    model.load_state_dict(state)
    image = torch.from_numpy(picture())
    for file, options in files.items():
        torch.onnx.export(model.eval(), (image,), OUT / file, external_data=False, **options)
    with torch.no_grad():
        logits = model(image)[0].tolist()
    return dict.fromkeys(files, logits)


def timm_lcnet():
    """As timm writes it, only narrower; by both of PyTorch's exporters."""
    from timm.models.mobilenetv3 import _gen_lcnet

    model = _gen_lcnet("lcnet_035", SCALE, num_classes=7)
    return export_torch(model, 1, {"timm_dynamo.onnx": {"dynamo": True}, "timm_torchscript.onnx": {"dynamo": False}})


def spelled_out():
    """Activations in elementary operations, dropout as a product, batch norms kept, any batch and size."""
    import torch
    from torch import nn

    def hard_sigmoid(x):
        return nn.functional.relu6(x + 3) / 6

    class ConvBN(nn.Module):
        def __init__(self, inputs, outputs, kernel, stride=1, groups=1):
            super().__init__()
            self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False)
            self.bn = nn.BatchNorm2d(outputs, eps=1e-3)

        def forward(self, x):
            x = self.bn(self.conv(x))
            return x * hard_sigmoid(x)

    class SE(nn.Module):
        def __init__(self, channels):
            super().__init__()
            self.reduce = nn.Linear(channels, channels // 4)
            self.expand = nn.Linear(channels // 4, channels)

        def forward(self, x):
            gates = hard_sigmoid(self.expand(self.reduce(x.mean((2, 3))).relu()))
            return x * gates[:, :, None, None]

    def block(kernel, inputs, outputs, stride, se):
        i, o = width(inputs), width(outputs)
        return nn.Sequential(ConvBN(i, i, kernel, stride, i), SE(i) if se else nn.Identity(), ConvBN(i, o, 1))

    class Head(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(width(512), 64, 1, bias=False)
            self.fc = nn.Linear(64, 5)

        def forward(self, x):
            x = self.conv(x.mean((2, 3), keepdim=True))
            return self.fc((x * hard_sigmoid(x) * 0.8).view(x.size(0), -1))

    model = nn.Sequential(ConvBN(3, width(16), 3, 2), *(block(*row) for row in ROWS), Head())
    options = {
        "dynamo": False,
        "training": torch.onnx.TrainingMode.PRESERVE,
        "do_constant_folding": False,
        "input_names": ["image"],
        "dynamic_axes": {"image": {0: "batch", 2: "height", 3: "width"}},
        "opset_version": 11,
    }
    return export_torch(model, 2, {"spelled_out.onnx": options})


def paddle_lcnet():
    """PaddleClas's own layers by Paddle2ONNX, with the Softmax of its inference models."""
    import paddle
    import paddle2onnx
    from paddle import nn

    class ConvBN(nn.Layer):
        def __init__(self, inputs, outputs, kernel, stride=1, groups=1):
            super().__init__()
            self.conv = nn.Conv2D(
                inputs, outputs, kernel, stride, (kernel - 1) // 2, groups=groups, bias_attr=False
            )
            self.bn = nn.BatchNorm2D(outputs)
            self.act = nn.Hardswish()

        def forward(self, x):
            return self.act(self.bn(self.conv(x)))

    class SE(nn.Layer):
        def __init__(self, channels):
            super().__init__()
            self.pool = nn.AdaptiveAvgPool2D(1)
            self.conv1 = nn.Conv2D(channels, channels // 4, 1)
            self.conv2 = nn.Conv2D(channels // 4, channels, 1)

        def forward(self, x):
            gates = nn.functional.relu(self.conv1(self.pool(x)))
            return x * nn.functional.hardsigmoid(self.conv2(gates))

    def block(kernel, inputs, outputs, stride, se):
        i, o = width(inputs), width(outputs)
        return nn.Sequential(ConvBN(i, i, kernel, stride, i), SE(i) if se else nn.Identity(), ConvBN(i, o, 1))

    logits = nn.Sequential(
        ConvBN(3, width(16), 3, 2),
        *(block(*row) for row in ROWS),
        nn.AdaptiveAvgPool2D(1),
        nn.Conv2D(width(512), 64, 1, bias_attr=False),
        nn.Hardswish(),
        nn.Dropout(0.2, mode="downscale_in_infer"),
        nn.Flatten(),
        nn.Linear(64, 5),
    )
    rng = np.random.default_rng(3)
    logits.set_state_dict({n: values(n, tuple(old.shape), rng) for n, old in logits.state_dict().items()})
    logits.eval()
    model = nn.Sequential(logits, nn.Softmax())
    model.eval()
    with tempfile.TemporaryDirectory() as folder:
        saved = f"{folder}/inference"
        spec = paddle.static.InputSpec([None, 3, SIZE, SIZE], "float32", "x")
        paddle.jit.save(model, saved, [spec])
        program = next(p for p in Path(folder).iterdir() if p.suffix in (".json", ".pdmodel"))
        paddle2onnx.export(str(program), f"{saved}.pdiparams", str(OUT / "paddle2onnx.onnx"), opset_version=14)
    return {"paddle2onnx.onnx": logits(paddle.to_tensor(picture()))[0].tolist()}


def keras_lcnet():
    """A Keras model by tf2onnx: channels last, TensorFlow's padding, inputs of any batch."""
    import keras
    import tf2onnx
    from keras import layers

    def conv_bn(x, outputs, kernel, stride=1, depthwise=False):
        options = {"strides": stride, "padding": "same", "use_bias": False}
        conv = layers.DepthwiseConv2D(kernel, **options) if depthwise else layers.Conv2D(outputs, kernel, **options)
        return layers.Activation("hard_swish")(layers.BatchNormalization()(conv(x)))

    def se(x):
        channels = x.shape[-1]
        gates = layers.GlobalAveragePooling2D()(x)
        gates = layers.Dense(channels // 4, activation="relu")(gates)
        gates = layers.Dense(channels, activation="hard_sigmoid")(gates)
        return layers.Multiply()([x, layers.Reshape((1, 1, channels))(gates)])

    image = keras.Input((SIZE, SIZE, 3), name="image")
    x = conv_bn(image, width(16), 3, 2)
    for kernel, _, outputs, stride, has_se in ROWS:
        x = conv_bn(x, None, kernel, stride, depthwise=True)
        x = conv_bn(se(x) if has_se else x, width(outputs), 1)
    x = layers.GlobalAveragePooling2D(keepdims=True)(x)
    x = layers.Activation("hard_swish")(layers.Conv2D(64, 1, use_bias=False)(x))
    model = keras.Model(image, layers.Dense(5)(layers.Dropout(0.2)(layers.Flatten()(x))))
    rng = np.random.default_rng(4)
    for layer in model.layers:
        for weight in layer.weights:
            shape = tuple(weight.shape)
            if len(shape) == 4:  # height, width, channels in, channels out
                fan_in = np.prod(shape[:2]) * (1 if "depthwise" in layer.name else shape[2])
                weight.assign(rng.normal(0, np.sqrt(2 / fan_in), shape))
            else:
                kinds = {"gamma": "bn.weight", "moving_variance": "_variance"}
                weight.assign(values(kinds.get(weight.name, weight.name), shape, rng))
    tf2onnx.convert.from_keras(model, opset=17, output_path=str(OUT / "tf2onnx.onnx"))
    return {"tf2onnx.onnx": model.predict(picture().transpose(0, 2, 3, 1), verbose=0)[0].tolist()}


MAKERS = {"keras": keras_lcnet, "timm": timm_lcnet, "torch": spelled_out, "paddle": paddle_lcnet}

if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    file = OUT / "logits.json"
    known = json.loads(file.read_text())["logits"] if file.exists() else {}
    for name in sys.argv[1:] or MAKERS:
        known |= MAKERS[name]()
    file.write_text(json.dumps({"size": SIZE, "logits": known}, indent=2) + "\n")
