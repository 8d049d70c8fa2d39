/** The ids of the glossary's words, in the order of their themes: a link is read without the words themselves. */
export const wordIds = [
  'gradient',
  'gradientNorm',
  'explodingGradient',
  'vanishingGradient',
  'backpropagation',
  'chainRule',
  'jacobian',
  'growthPerLayer',
  'amplification',
  'updateRatio',
  'layer',
  'depth',
  'preactivation',
  'activation',
  'saturation',
  'deadUnit',
  'fanIn',
  'initializer',
  'gain',
  'meanField',
  'edgeOfChaos',
  'spectralNorm',
  'frobeniusNorm',
  'residualConnection',
  'normalization',
  'loss',
  'accuracy',
  'batch',
  'learningRate',
  'momentum',
  'adam',
  'clipping',
  'weightDecay',
  'warmUp',
  'accumulation',
  'nonFinite',
  'overflow',
  'subnormal',
  'lossScaling',
  'safeguard',
] as const;

/** The id of a word of the glossary. */
export type WordId = (typeof wordIds)[number];

/** Whether a text is the id of a word. */
export function isWord(id: string): id is WordId {
  return (wordIds as readonly string[]).includes(id);
}
