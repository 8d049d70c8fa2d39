export { abs, add, divide, fill, multiply, pickAtMost, squareRoot, subtract } from './elementwise';
export { float16 } from './float16';
export { norms } from './norms';
export { pack, product } from './products';
export { sumColumns, sumRows } from './sums';
