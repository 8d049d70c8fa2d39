import { type Code, code, pythonAnd } from '../../code';

/** Adaptive clipping in Python: a unit's weights lie along the last axis in torch, the first in Keras. */
function adaptive(unitNorms: string, floored: string, limited: string): string {
  return code`
    def unit_norms(x):
        return ${unitNorms}


    def adaptive_gradient_clipping(gradients, parameters):
        def clipped(g, own):
            largest = peak(g)
            limit = AGC_RATIO * ${floored} / unit_norms(g / largest)
            return g / largest * ${limited}

        last = len(gradients) if AGC_OUTPUT else len(gradients) - 1
        pairs = zip(gradients[:last], parameters)
        return [[clipped(*pair) for pair in zip(*layer)] for layer in pairs] + gradients[last:]
  `;
}

/** Safeguards that compare gradients with the parameters of their layer, as whole functions of both. */
export const layerCode: Readonly<Record<'adaptiveGradientClipping' | Layerwise, Code>> = {
  adaptiveGradientClipping: {
    torch: adaptive(
      'x.square().sum(-1, keepdim=True).sqrt()',
      'unit_norms(own).clamp(min=1e-3)',
      'limit.clamp(max=largest)',
    ),
    keras: adaptive(
      'ops.sqrt(ops.sum(ops.square(x), axis=0, keepdims=True))',
      'ops.maximum(unit_norms(own), 1e-3)',
      'ops.minimum(limit, largest)',
    ),
    tfjs: code`
      function adaptiveGradientClipping(gradients, parameters) {
        const unitNorms = (x) => tf.sqrt(tf.sum(tf.square(x), 0, true));
        const clipped = (g, own) => {
          const largest = peak(g);
          const scaled = tf.div(g, largest);
          const floored = tf.maximum(unitNorms(own), 1e-3);
          const limit = tf.div(tf.mul(floored, AGC_RATIO), unitNorms(scaled));
          return tf.mul(scaled, tf.minimum(limit, largest));
        };
        return gradients.map((layer, index) => {
          const kept = !AGC_OUTPUT && index === gradients.length - 1;
          return kept ? layer : layer.map((g, role) => clipped(g, parameters[index][role]));
        });
      }
    `,
  },
  layerwiseScaling: pythonAnd(
    code`
      def layerwise_scaling(gradients, parameters):
          def scaled(layer, own):
              largest = peak(*layer)
              size = TRUST_COEFFICIENT * norm(*own)
              trust = size / max(1, norm(*(g / largest for g in layer))) if size else largest
              return [g / largest * trust for g in layer]

          return [scaled(layer, own) for layer, own in zip(gradients, parameters)]
    `,
    code`
      function layerwiseScaling(gradients, parameters) {
        return gradients.map((layer, index) => {
          const largest = peak(...layer);
          const scaled = layer.map((g) => tf.div(g, largest));
          const size = TRUST_COEFFICIENT * norm(...parameters[index]);
          const trust = size === 0 ? largest : size / Math.max(1, norm(...scaled));
          return scaled.map((g) => tf.mul(g, trust));
        });
      }
    `,
  ),
  meanMagnitude: {
    torch: meanMagnitude('x.abs().sum().item()'),
    keras: meanMagnitude('float(ops.sum(ops.abs(x)))'),
    tfjs: code`
      function meanMagnitude(gradients, parameters) {
        const total = (tensors) =>
          tensors.reduce((sum, x) => sum + tf.sum(tf.abs(x)).dataSync()[0], 0);
        return gradients.map((layer, index) => {
          const largest = peak(...layer);
          const scaled = layer.map((g) => tf.div(g, largest));
          const size = total(parameters[index]);
          const factor = size === 0 ? largest : size / (total(scaled) || 1);
          return scaled.map((g) => tf.mul(g, factor));
        });
      }
    `,
  },
};

type Layerwise = 'layerwiseScaling' | 'meanMagnitude';

function meanMagnitude(total: string): string {
  return code`
    def mean_magnitude(gradients, parameters):
        def total(tensors):
            return sum(${total} for x in tensors)

        def scaled(layer, own):
            largest = peak(*layer)
            layer = [g / largest for g in layer]
            size = total(own)
            factor = size / (total(layer) or 1) if size else largest
            return [g * factor for g in layer]

        return [scaled(layer, own) for layer, own in zip(gradients, parameters)]
  `;
}
