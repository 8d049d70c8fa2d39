export { abs, add, divide, fill, multiply, pickAtMost, squareRoot, subtract } from './elementwise';
export { norms } from './norms';
export { pack, product } from './products';
export { sumColumns, sumRows } from './sums';
