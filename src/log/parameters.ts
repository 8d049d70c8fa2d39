/** A parameter's layer, and whether it is a bias. */
export interface Part {
  readonly layer: string;
  readonly isBias: boolean;
}

/** Recurrent layers of PyTorch number themselves in the parameter: `lstm.weight_ih_l0`. */
const recurrent = /^(.*?)[./]?(weight|bias)_(?:ih|hh|hr)_l(\d+)(_reverse)?$/;

/** Names of the tensors of a layer, behind the layer's. */
const tensor =
  /^(.+?)[./_ -](?:in_proj_)?(weight|bias|kernel|recurrent_kernel|depthwise_kernel|pointwise_kernel|embeddings|gamma|beta|scale|w|b)(?:_(?:orig|g|v|ih|hh))?(?::\d+)?$/i;

/** Gives the layer of a parameter: `encoder.0.weight` is the weight of `encoder.0`. */
export function partOf(parameter: string): Part {
  const own = parameter.replace(/^(?:of|for|in|at) /, '');
  const [, cell, kind, number, reverse] = recurrent.exec(own) ?? [];
  if (kind) {
    const layer = [cell, `l${number}${reverse ? '.reverse' : ''}`].filter(Boolean).join('.');
    return { layer, isBias: kind === 'bias' };
  }
  const [, layer, part] = tensor.exec(own) ?? [];
  if (!layer || !part) return { layer: own.replace(/:0$/, ''), isBias: /^bias$/i.test(own) };
  return { layer, isBias: /^(bias|beta|b)$/i.test(part) };
}

/** A word of a layer's path and the number behind it: `layer4` is `layer` 4, `0` is a number alone. */
export interface PathWord {
  readonly word: string;
  readonly number: number | null;
}

/** Splits the name of a layer into the words of its path. */
export function pathOf(layer: string): readonly PathWord[] {
  return layer
    .replace(/(\d)_(?=[A-Za-z])/g, '$1/')
    .split(/[./]/)
    .filter(Boolean)
    .map((part) => {
      const [, word = '', digits] = /^(.*?)[_ -]?(\d+)$/.exec(part) ?? [];
      return digits === undefined || digits.length > 9
        ? { word: part.toLowerCase(), number: null }
        : { word: word.toLowerCase(), number: Number(digits) };
    });
}
