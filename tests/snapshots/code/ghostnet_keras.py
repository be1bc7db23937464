"""GhostNet x1.0 in Keras.

Input 224 x 224 x 3, 1000 classes.
5,183,016 trainable parameters, 141,149,744 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = ghostnet()
    load_weights(model, "weights.safetensors")
    scores = model(images)  # images: [N, 224, 224, 3]
"""

import math
from typing import NamedTuple

import keras
from keras import KerasTensor, layers
from safetensors.numpy import load_file


class Block(NamedTuple):
    """A row of the stage table: one ghost bottleneck."""

    out_channels: int
    expanded: int
    kernel_size: int
    stride: int = 1
    se: bool = False


BLOCKS = [
    Block(out_channels=16, expanded=16, kernel_size=3),
    Block(out_channels=24, expanded=48, kernel_size=3, stride=2),
    Block(out_channels=24, expanded=72, kernel_size=3),
    Block(out_channels=40, expanded=72, kernel_size=5, stride=2, se=True),
    Block(out_channels=40, expanded=120, kernel_size=5, se=True),
    Block(out_channels=80, expanded=240, kernel_size=3, stride=2),
    Block(out_channels=80, expanded=200, kernel_size=3),
    Block(out_channels=80, expanded=184, kernel_size=3),
    Block(out_channels=80, expanded=184, kernel_size=3),
    Block(out_channels=112, expanded=480, kernel_size=3, se=True),
    Block(out_channels=112, expanded=672, kernel_size=3, se=True),
    Block(out_channels=160, expanded=672, kernel_size=5, stride=2, se=True),
    Block(out_channels=160, expanded=960, kernel_size=5),
    Block(out_channels=160, expanded=960, kernel_size=5, se=True),
    Block(out_channels=160, expanded=960, kernel_size=5),
    Block(out_channels=160, expanded=960, kernel_size=5, se=True),
]


def bn_act(x: KerasTensor, name: str, linear: bool = False) -> KerasTensor:
    """Batch norm, ReLU unless linear."""
    x = layers.BatchNormalization(
        momentum=0.9,
        epsilon=1e-5,
        name=f"{name}__batch_norm",
    )(x)
    if linear:
        return x
    return layers.Activation("relu", name=f"{name}_act")(x)


def pointwise(
    x: KerasTensor,
    name: str,
    channels: int,
    linear: bool = False,
) -> KerasTensor:
    """1x1 convolution without bias, batch norm, ReLU unless linear."""
    x = layers.Conv2D(channels, kernel_size=1, use_bias=False, name=f"{name}__conv")(x)
    return bn_act(x, name, linear=linear)


def depthwise(
    x: KerasTensor,
    name: str,
    kernel_size: int,
    stride: int = 1,
    linear: bool = False,
) -> KerasTensor:
    """Depthwise convolution without bias, batch norm, ReLU unless linear."""
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


def ghost_module(
    x: KerasTensor,
    name: str,
    channels: int,
    linear: bool = False,
) -> KerasTensor:
    """Half of the channels by a 1x1 convolution, the others cheaply out of these."""
    x = pointwise(x, f"{name}_primary_conv", channels // 2, linear=linear)
    cheap = depthwise(x, f"{name}_cheap_operation", kernel_size=3, linear=linear)
    return layers.Concatenate()([x, cheap])


def squeeze_excite(x: KerasTensor, name: str) -> KerasTensor:
    """Weigh channels: global average, C -> C / 4 -> C, clip to [0, 1]."""
    channels = x.shape[-1]
    gate = layers.GlobalAveragePooling2D(keepdims=True)(x)
    gate = layers.Dense(channels // 4, activation="relu", name=f"{name}_squeeze")(gate)
    gate = layers.Dense(channels, name=f"{name}_excitation")(gate)
    gate = keras.ops.clip(gate, 0, 1)
    return layers.Multiply()([x, gate])


def ghost_bottleneck(x: KerasTensor, name: str, block: Block) -> KerasTensor:
    """Two ghost modules, a depthwise convolution between them if strided, shortcut."""
    y = ghost_module(x, f"{name}_ghost_module_1", block.expanded)
    if block.stride != 1:
        y = depthwise(
            y,
            f"{name}_depthwise_conv",
            kernel_size=block.kernel_size,
            stride=block.stride,
            linear=True,
        )
    if block.se:
        y = squeeze_excite(y, f"{name}_se_block")
    y = ghost_module(y, f"{name}_ghost_module_2", block.out_channels, linear=True)
    if block.stride != 1 or x.shape[-1] != block.out_channels:
        x = depthwise(
            x,
            f"{name}_shortcut_depthwise",
            kernel_size=block.kernel_size,
            stride=block.stride,
            linear=True,
        )
        x = pointwise(x, f"{name}_shortcut_conv", block.out_channels, linear=True)
    return layers.Add()([x, y])


def ghostnet(classes: int = 1000) -> keras.Model:
    """Build stem, ghost bottlenecks, head."""
    inputs = x = keras.Input((224, 224, 3))
    x = layers.ZeroPadding2D(1)(x)
    x = layers.Conv2D(
        16,
        kernel_size=3,
        strides=2,
        use_bias=False,
        name="conv1__conv",
    )(x)
    x = bn_act(x, "conv1")
    for index, block in enumerate(BLOCKS):
        x = ghost_bottleneck(x, f"_ghostbottleneck_{index}", block)
    x = pointwise(x, "conv_last", 960)
    x = layers.GlobalAveragePooling2D(keepdims=True)(x)
    x = pointwise(x, "fc_0", 1280)
    x = layers.Dropout(0.2)(x)
    x = layers.Flatten()(x)
    scores = layers.Dense(classes, name="fc_1")(x)
    return keras.Model(inputs, scores, name="ghostnet")


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
    model = ghostnet()
    count = sum(math.prod(v.shape) for v in model.trainable_variables)
    print(f"{count:,} trainable parameters")
