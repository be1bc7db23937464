"""PP-LCNet x1.0 in Keras.

Input 224 x 224 x 3, 1000 classes.
2,952,520 trainable parameters, 155,700,480 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = pplcnet()
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
    kernel_size: int
    stride: int = 1
    se: bool = False


STAGES = {
    "blocks2": [
        Block(out_channels=32, kernel_size=3),
    ],
    "blocks3": [
        Block(out_channels=64, kernel_size=3, stride=2),
        Block(out_channels=64, kernel_size=3),
    ],
    "blocks4": [
        Block(out_channels=128, kernel_size=3, stride=2),
        Block(out_channels=128, kernel_size=3),
    ],
    "blocks5": [
        Block(out_channels=256, kernel_size=3, stride=2),
        Block(out_channels=256, kernel_size=5),
        Block(out_channels=256, kernel_size=5),
        Block(out_channels=256, kernel_size=5),
        Block(out_channels=256, kernel_size=5),
        Block(out_channels=256, kernel_size=5),
    ],
    "blocks6": [
        Block(out_channels=512, kernel_size=5, stride=2, se=True),
        Block(out_channels=512, kernel_size=5, se=True),
    ],
}


def bn_act(x: KerasTensor, name: str) -> KerasTensor:
    """Batch norm, h-swish."""
    x = layers.BatchNormalization(momentum=0.9, epsilon=1e-5, name=f"{name}_bn")(x)
    return layers.Activation("hard_silu", name=f"{name}_act")(x)


def pointwise(x: KerasTensor, name: str, channels: int) -> KerasTensor:
    """1x1 convolution without bias, batch norm, h-swish."""
    x = layers.Conv2D(channels, kernel_size=1, use_bias=False, name=f"{name}_conv")(x)
    return bn_act(x, name)


def depthwise(
    x: KerasTensor,
    name: str,
    kernel_size: int,
    stride: int = 1,
) -> KerasTensor:
    """Depthwise convolution without bias, batch norm, h-swish."""
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
        name=f"{name}_conv",
    )(x)
    return bn_act(x, name)


def squeeze_excite(x: KerasTensor, name: str) -> KerasTensor:
    """Weigh channels: global average, C -> C / 4 -> C, hard sigmoid."""
    channels = x.shape[-1]
    gate = layers.GlobalAveragePooling2D(keepdims=True)(x)
    gate = layers.Conv2D(
        channels // 4,
        kernel_size=1,
        activation="relu",
        name=f"{name}_conv1",
    )(gate)
    gate = layers.Conv2D(
        channels,
        kernel_size=1,
        activation="hard_sigmoid",
        name=f"{name}_conv2",
    )(gate)
    return layers.Multiply()([x, gate])


def depthwise_separable(x: KerasTensor, name: str, block: Block) -> KerasTensor:
    """Depthwise convolution, SE, pointwise convolution; no shortcut."""
    x = depthwise(
        x,
        f"{name}_dw_conv",
        kernel_size=block.kernel_size,
        stride=block.stride,
    )
    if block.se:
        x = squeeze_excite(x, f"{name}_se")
    return pointwise(x, f"{name}_pw_conv", block.out_channels)


def pplcnet(classes: int = 1000) -> keras.Model:
    """Build stem, stages of depthwise-separable blocks, head."""
    inputs = x = keras.Input((224, 224, 3))
    x = layers.ZeroPadding2D(1)(x)
    x = layers.Conv2D(
        16,
        kernel_size=3,
        strides=2,
        use_bias=False,
        name="conv1_conv",
    )(x)
    x = bn_act(x, "conv1")
    for stage, blocks in STAGES.items():
        for index, block in enumerate(blocks):
            x = depthwise_separable(x, f"{stage}_{index}", block)
    x = layers.GlobalAveragePooling2D(keepdims=True)(x)
    x = layers.Conv2D(1280, kernel_size=1, use_bias=False, name="last_conv")(x)
    x = layers.Activation("hard_silu", name="last_act")(x)
    # Paddle's downscale_in_infer: only masked in training, times 1 - rate afterwards.
    x = layers.Dropout(0.2)(x) * (1 - 0.2)
    x = layers.Flatten()(x)
    scores = layers.Dense(classes, name="fc")(x)
    return keras.Model(inputs, scores, name="pplcnet")


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
    model = pplcnet()
    count = sum(math.prod(v.shape) for v in model.trainable_variables)
    print(f"{count:,} trainable parameters")
