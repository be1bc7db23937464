"""ShuffleNetV2 x1.0 in Keras.

Input 224 x 224 x 3, 1000 classes.
2,278,604 trainable parameters, 144,907,992 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = shufflenetv2()
    load_weights(model, "weights.safetensors")
    scores = model(images)  # images: [N, 224, 224, 3]
"""

import math
from typing import NamedTuple

import keras
from keras import KerasTensor, layers
from safetensors.numpy import load_file


class Block(NamedTuple):
    """A row of the stage table: one unit."""

    out_channels: int
    stride: int = 1


BLOCKS = {
    "2_1": Block(out_channels=116, stride=2),
    "2_2": Block(out_channels=116),
    "2_3": Block(out_channels=116),
    "2_4": Block(out_channels=116),
    "3_1": Block(out_channels=232, stride=2),
    "3_2": Block(out_channels=232),
    "3_3": Block(out_channels=232),
    "3_4": Block(out_channels=232),
    "3_5": Block(out_channels=232),
    "3_6": Block(out_channels=232),
    "3_7": Block(out_channels=232),
    "3_8": Block(out_channels=232),
    "4_1": Block(out_channels=464, stride=2),
    "4_2": Block(out_channels=464),
    "4_3": Block(out_channels=464),
    "4_4": Block(out_channels=464),
}


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


def shuffled(first: KerasTensor, second: KerasTensor) -> KerasTensor:
    """Join two halves, the channels of one between those of the other."""
    _, height, width, half = first.shape
    pairs = keras.ops.stack((first, second), axis=-1)
    return layers.Reshape((height, width, 2 * half))(pairs)


def shuffle_unit(x: KerasTensor, name: str, block: Block) -> KerasTensor:
    """Half of the channels pass, the others are transformed; then both are shuffled."""
    half = block.out_channels // 2
    kept, x = keras.ops.split(x, 2, axis=-1)
    x = pointwise(x, f"{name}__conv_pw", half)
    x = depthwise(x, f"{name}__conv_dw", kernel_size=3, linear=True)
    x = pointwise(x, f"{name}__conv_linear", half)
    return shuffled(kept, x)


def down_unit(x: KerasTensor, name: str, block: Block) -> KerasTensor:
    """First unit of a stage: two branches, each of which sees all channels."""
    half = block.out_channels // 2
    y = pointwise(x, f"{name}__conv_pw_2", half)
    y = depthwise(
        y,
        f"{name}__conv_dw_2",
        kernel_size=3,
        stride=block.stride,
        linear=True,
    )
    y = pointwise(y, f"{name}__conv_linear_2", half)
    x = depthwise(
        x,
        f"{name}__conv_dw_1",
        kernel_size=3,
        stride=block.stride,
        linear=True,
    )
    x = pointwise(x, f"{name}__conv_linear_1", half)
    return shuffled(x, y)


def shufflenetv2(classes: int = 1000) -> keras.Model:
    """Build stem with max-pooling, units, head."""
    inputs = x = keras.Input((224, 224, 3))
    x = layers.ZeroPadding2D(1)(x)
    x = layers.Conv2D(
        24,
        kernel_size=3,
        strides=2,
        use_bias=False,
        name="_conv1__conv",
    )(x)
    x = bn_act(x, "_conv1")
    # As in Paddle and PyTorch; zeros would be more than negative activations.
    x = keras.ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), constant_values=-math.inf)
    x = layers.MaxPooling2D(3, strides=2)(x)
    for name, block in BLOCKS.items():
        # stage_unit: the first unit of a stage changes width and resolution
        unit = down_unit if name.endswith("_1") else shuffle_unit
        x = unit(x, name, block)
    x = pointwise(x, "_last_conv", 1024)
    x = layers.GlobalAveragePooling2D()(x)
    scores = layers.Dense(classes, name="_fc")(x)
    return keras.Model(inputs, scores, name="shufflenetv2")


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
    model = shufflenetv2()
    count = sum(math.prod(v.shape) for v in model.trainable_variables)
    print(f"{count:,} trainable parameters")
