"""MobileNetV2 x1.0 in Keras.

Input 224 x 224 x 3, 1000 classes.
3,505,960 trainable parameters, 313,619,328 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = mobilenetv2()
    load_weights(model, "weights.safetensors")
    scores = model(images)  # images: [N, 224, 224, 3]
"""

import math
from typing import NamedTuple

import keras
from keras import KerasTensor, layers
from safetensors.numpy import load_file


class Block(NamedTuple):
    """A row of the stage table: one inverted residual."""

    out_channels: int
    expansion: int
    stride: int = 1


STAGES = {
    "conv2": [
        Block(out_channels=16, expansion=1),
    ],
    "conv3": [
        Block(out_channels=24, expansion=6, stride=2),
        Block(out_channels=24, expansion=6),
    ],
    "conv4": [
        Block(out_channels=32, expansion=6, stride=2),
        Block(out_channels=32, expansion=6),
        Block(out_channels=32, expansion=6),
    ],
    "conv5": [
        Block(out_channels=64, expansion=6, stride=2),
        Block(out_channels=64, expansion=6),
        Block(out_channels=64, expansion=6),
        Block(out_channels=64, expansion=6),
    ],
    "conv6": [
        Block(out_channels=96, expansion=6),
        Block(out_channels=96, expansion=6),
        Block(out_channels=96, expansion=6),
    ],
    "conv7": [
        Block(out_channels=160, expansion=6, stride=2),
        Block(out_channels=160, expansion=6),
        Block(out_channels=160, expansion=6),
    ],
    "conv8": [
        Block(out_channels=320, expansion=6),
    ],
}


def bn_act(x: KerasTensor, name: str, linear: bool = False) -> KerasTensor:
    """Batch norm, ReLU6 unless linear."""
    x = layers.BatchNormalization(
        momentum=0.9,
        epsilon=1e-5,
        name=f"{name}__batch_norm",
    )(x)
    if linear:
        return x
    return layers.Activation("relu6", name=f"{name}_act")(x)


def pointwise(
    x: KerasTensor,
    name: str,
    channels: int,
    linear: bool = False,
) -> KerasTensor:
    """1x1 convolution without bias, batch norm, ReLU6 unless linear."""
    x = layers.Conv2D(channels, kernel_size=1, use_bias=False, name=f"{name}__conv")(x)
    return bn_act(x, name, linear=linear)


def depthwise(
    x: KerasTensor,
    name: str,
    kernel_size: int,
    stride: int = 1,
    linear: bool = False,
) -> KerasTensor:
    """Depthwise convolution without bias, batch norm, ReLU6 unless linear."""
    padding = "same"
    if stride != 1:
        # As in Paddle and PyTorch; "same" would put the odd pixel last.
        x = layers.ZeroPadding2D(kernel_size // 2)(x)
        padding = "valid"
    x = layers.DepthwiseConv2D(
        kernel_size,
        strides=stride,
        padding=padding,
        use_bias=False,
        name=f"{name}__conv",
    )(x)
    return bn_act(x, name, linear=linear)


def inverted_residual(
    x: KerasTensor,
    name: str,
    block: Block,
    *,
    shortcut: bool,
) -> KerasTensor:
    """Expand, depthwise convolution, project; optional shortcut."""
    y = pointwise(x, f"{name}__expand_conv", x.shape[-1] * block.expansion)
    y = depthwise(y, f"{name}__bottleneck_conv", kernel_size=3, stride=block.stride)
    y = pointwise(y, f"{name}__linear_conv", block.out_channels, linear=True)
    return layers.Add()([x, y]) if shortcut else y


def mobilenetv2(classes: int = 1000) -> keras.Model:
    """Build stem, stages of inverted residuals, head."""
    inputs = x = keras.Input((224, 224, 3))
    x = layers.ZeroPadding2D(1)(x)
    x = layers.Conv2D(
        32,
        kernel_size=3,
        strides=2,
        use_bias=False,
        name="conv1__conv",
    )(x)
    x = bn_act(x, "conv1")
    for stage, blocks in STAGES.items():
        for index, block in enumerate(blocks, start=1):
            child = "_first_block" if index == 1 else f"{stage}_{index}"
            x = inverted_residual(x, f"{stage}_{child}", block, shortcut=index > 1)
    x = pointwise(x, "conv9", 1280)
    x = layers.GlobalAveragePooling2D()(x)
    scores = layers.Dense(classes, name="out")(x)
    return keras.Model(inputs, scores, name="mobilenetv2")


# Keras's names of tensors and Paddle's.
TENSORS = {
    "kernel": "weight",
    "bias": "bias",
    "gamma": "weight",
    "beta": "bias",
    "moving_mean": "_mean",
    "moving_variance": "_variance",
}


def load_weights(model: keras.Model, path: str) -> None:
    """Load a safetensors file with PaddleClas's names; all tensors must be there."""
    tensors = {name.replace(".", "_"): t for name, t in load_file(path).items()}
    for layer in model.layers:
        for variable in layer.weights:
            tensor = tensors.pop(f"{layer.name}_{TENSORS[variable.name]}")
            if isinstance(layer, layers.Conv2D) and tensor.ndim == 4:
                tensor = tensor.transpose(2, 3, 1, 0)  # [out, in, h, w] before
            elif isinstance(layer, layers.DepthwiseConv2D):
                tensor = tensor.transpose(2, 3, 0, 1)  # [channels, 1, h, w] before
            variable.assign(tensor)
    if tensors:
        raise ValueError(f"{path}: no place for {', '.join(tensors)}")


if __name__ == "__main__":
    model = mobilenetv2()
    count = sum(math.prod(v.shape) for v in model.trainable_variables)
    print(f"{count:,} trainable parameters")
