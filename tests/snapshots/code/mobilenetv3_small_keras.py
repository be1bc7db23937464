"""MobileNetV3-small x1.0 in Keras.

Input 224 x 224 x 3, 1000 classes.
2,939,958 trainable parameters, 60,119,520 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = mobilenetv3_small()
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
    expanded: int
    kernel_size: int
    stride: int = 1
    se: bool = False
    act: str = "hard_silu"


BLOCKS = [
    Block(out_channels=16, expanded=16, kernel_size=3, stride=2, se=True, act="relu"),
    Block(out_channels=24, expanded=72, kernel_size=3, stride=2, act="relu"),
    Block(out_channels=24, expanded=88, kernel_size=3, act="relu"),
    Block(out_channels=40, expanded=96, kernel_size=5, stride=2, se=True),
    Block(out_channels=40, expanded=240, kernel_size=5, se=True),
    Block(out_channels=40, expanded=240, kernel_size=5, se=True),
    Block(out_channels=48, expanded=120, kernel_size=5, se=True),
    Block(out_channels=48, expanded=144, kernel_size=5, se=True),
    Block(out_channels=96, expanded=288, kernel_size=5, stride=2, se=True),
    Block(out_channels=96, expanded=576, kernel_size=5, se=True),
    Block(out_channels=96, expanded=576, kernel_size=5, se=True),
]


def bn_act(x: KerasTensor, name: str, act: str = "linear") -> KerasTensor:
    """Batch norm, activation."""
    x = layers.BatchNormalization(momentum=0.9, epsilon=1e-5, name=f"{name}_bn")(x)
    return layers.Activation(act, name=f"{name}_act")(x)


def pointwise(
    x: KerasTensor,
    name: str,
    channels: int,
    act: str = "linear",
) -> KerasTensor:
    """1x1 convolution without bias, batch norm, activation."""
    x = layers.Conv2D(channels, kernel_size=1, use_bias=False, name=f"{name}_conv")(x)
    return bn_act(x, name, act=act)


def depthwise(
    x: KerasTensor,
    name: str,
    kernel_size: int,
    stride: int = 1,
    act: str = "linear",
) -> KerasTensor:
    """Depthwise convolution without bias, batch norm, activation."""
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
    return bn_act(x, name, act=act)


def squeeze_excite(x: KerasTensor, name: str) -> KerasTensor:
    """Weigh channels: global average, C -> C / 4 -> C, hard sigmoid of slope 0.2."""
    channels = x.shape[-1]
    gate = layers.GlobalAveragePooling2D(keepdims=True)(x)
    gate = layers.Conv2D(
        channels // 4,
        kernel_size=1,
        activation="relu",
        name=f"{name}_conv1",
    )(gate)
    gate = layers.Conv2D(channels, kernel_size=1, name=f"{name}_conv2")(gate)
    gate = keras.ops.clip(0.2 * gate + 0.5, 0, 1)
    return layers.Multiply()([x, gate])


def inverted_residual(x: KerasTensor, name: str, block: Block) -> KerasTensor:
    """Expand, depthwise convolution, SE, project; a shortcut where shapes allow."""
    y = pointwise(x, f"{name}_expand_conv", block.expanded, act=block.act)
    y = depthwise(
        y,
        f"{name}_bottleneck_conv",
        kernel_size=block.kernel_size,
        stride=block.stride,
        act=block.act,
    )
    if block.se:
        y = squeeze_excite(y, f"{name}_mid_se")
    y = pointwise(y, f"{name}_linear_conv", block.out_channels)
    return layers.Add()([x, y]) if x.shape == y.shape else y


def mobilenetv3_small(classes: int = 1000) -> keras.Model:
    """Build stem, inverted residuals, head."""
    inputs = x = keras.Input((224, 224, 3))
    x = layers.ZeroPadding2D(1)(x)
    x = layers.Conv2D(16, kernel_size=3, strides=2, use_bias=False, name="conv_conv")(x)
    x = bn_act(x, "conv", act="hard_silu")
    for index, block in enumerate(BLOCKS):
        x = inverted_residual(x, f"blocks_{index}", block)
    x = pointwise(x, "last_second_conv", 576, act="hard_silu")
    x = layers.GlobalAveragePooling2D(keepdims=True)(x)
    x = layers.Conv2D(1280, kernel_size=1, use_bias=False, name="last_conv")(x)
    x = layers.Activation("hard_silu", name="hardswish")(x)
    # Paddle's downscale_in_infer: only masked in training, times 1 - rate afterwards.
    x = layers.Dropout(0.2)(x) * (1 - 0.2)
    x = layers.Flatten()(x)
    scores = layers.Dense(classes, name="fc")(x)
    return keras.Model(inputs, scores, name="mobilenetv3_small")


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
    model = mobilenetv3_small()
    count = sum(math.prod(v.shape) for v in model.trainable_variables)
    print(f"{count:,} trainable parameters")
