"""MobileNetV1 x1.0 in Keras.

Input 224 x 224 x 3, 1000 classes.
4,231,976 trainable parameters, 568,740,352 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = mobilenetv1()
    load_weights(model, "weights.safetensors")
    scores = model(images)  # images: [N, 224, 224, 3]
"""

import math
from typing import NamedTuple

import keras
from keras import KerasTensor, layers
from safetensors.numpy import load_file


class Block(NamedTuple):
    """A row of the stage table: one depthwise-separable block."""

    out_channels: int
    stride: int = 1


BLOCKS = {
    "conv2_1": Block(out_channels=64),
    "conv2_2": Block(out_channels=128, stride=2),
    "conv3_1": Block(out_channels=128),
    "conv3_2": Block(out_channels=256, stride=2),
    "conv4_1": Block(out_channels=256),
    "conv4_2": Block(out_channels=512, stride=2),
    "conv5_1": Block(out_channels=512),
    "conv5_2": Block(out_channels=512),
    "conv5_3": Block(out_channels=512),
    "conv5_4": Block(out_channels=512),
    "conv5_5": Block(out_channels=512),
    "conv5_6": Block(out_channels=1024, stride=2),
    "conv6": Block(out_channels=1024),
}


def bn_act(x: KerasTensor, name: str) -> KerasTensor:
    """Batch norm, ReLU."""
    x = layers.BatchNormalization(
        momentum=0.9,
        epsilon=1e-5,
        name=f"{name}__batch_norm",
    )(x)
    return layers.Activation("relu", name=f"{name}_act")(x)


def pointwise(x: KerasTensor, name: str, channels: int) -> KerasTensor:
    """1x1 convolution without bias, batch norm, ReLU."""
    x = layers.Conv2D(channels, kernel_size=1, use_bias=False, name=f"{name}__conv")(x)
    return bn_act(x, name)


def depthwise(
    x: KerasTensor,
    name: str,
    kernel_size: int,
    stride: int = 1,
) -> KerasTensor:
    """Depthwise convolution without bias, batch norm, ReLU."""
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
    return bn_act(x, name)


def depthwise_separable(x: KerasTensor, name: str, block: Block) -> KerasTensor:
    """Depthwise convolution, pointwise convolution; no shortcut."""
    x = depthwise(x, f"{name}__depthwise_conv", kernel_size=3, stride=block.stride)
    return pointwise(x, f"{name}__pointwise_conv", block.out_channels)


def mobilenetv1(classes: int = 1000) -> keras.Model:
    """Build stem, depthwise-separable blocks, classifier."""
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
    for name, block in BLOCKS.items():
        x = depthwise_separable(x, name, block)
    x = layers.GlobalAveragePooling2D()(x)
    scores = layers.Dense(classes, name="out")(x)
    return keras.Model(inputs, scores, name="mobilenetv1")


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
    model = mobilenetv1()
    count = sum(math.prod(v.shape) for v in model.trainable_variables)
    print(f"{count:,} trainable parameters")
