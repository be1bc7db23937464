// The function load_weights of a Keras model: official names and layouts to Keras's.
import type { Plan } from '../plan.ts';
import { lines } from '../python.ts';

export const tensorNames = ({ hasSlopes }: Plan): string =>
  lines(
    "# Keras's names of tensors and Paddle's.",
    'TENSORS = {',
    '    "kernel": "weight",',
    '    "bias": "bias",',
    '    "gamma": "weight",',
    '    "beta": "bias",',
    '    "moving_mean": "_mean",',
    '    "moving_variance": "_variance",',
    hasSlopes && '    "alpha": "weight",',
    '}',
  );

export const loadWeights = ({ hasSlopes }: Plan): string =>
  lines(
    'def load_weights(model: keras.Model, path: str) -> None:',
    '    """Load a safetensors file with PaddleClas\'s names; all tensors must be there."""',
    '    tensors = {name.replace(".", "_"): t for name, t in load_file(path).items()}',
    '    for layer in model.layers:',
    '        for variable in layer.weights:',
    '            tensor = tensors.pop(f"{layer.name}_{TENSORS[variable.name]}")',
    '            if isinstance(layer, layers.Conv2D) and tensor.ndim == 4:',
    '                tensor = tensor.transpose(2, 3, 1, 0)  # [out, in, h, w] before',
    '            elif isinstance(layer, layers.DepthwiseConv2D):',
    '                tensor = tensor.transpose(2, 3, 0, 1)  # [channels, 1, h, w] before',
    hasSlopes && '            elif isinstance(layer, layers.PReLU):',
    hasSlopes && '                tensor = tensor.reshape(1, 1, -1)  # one slope per channel',
    '            variable.assign(tensor)',
    '    if tensors:',
    '        raise ValueError(f"{path}: no place for {\', \'.join(tensors)}")',
  );
