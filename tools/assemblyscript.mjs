import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const options = [
  '--optimizeLevel=3',
  '--noAssert',
  '--runtime=stub',
  '--enable=simd',
  '--importMemory',
  '--noExportMemory',
  '--use=abort=',
];

/**
 * Compiles AssemblyScript: `import { url } from './index.ts?assembly'` is the address of the WebAssembly
 * module, a file of its own in a build and a `data:` address elsewhere.
 * @returns {import('vite').Plugin}
 */
export function assemblyScript() {
  let isBuild = false;
  return {
    name: 'assemblyscript',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    async load(id) {
      const [file = '', query] = id.split('?');
      if (query !== 'assembly') return null;
      const source = await compile(file);
      if (isBuild) {
        const asset = this.emitFile({ type: 'asset', name: 'kernels.wasm', source });
        return `export const url = import.meta.ROLLUP_FILE_URL_${asset};`;
      }
      for (const name of readdirSync(dirname(file))) this.addWatchFile(join(dirname(file), name));
      const encoded = Buffer.from(source).toString('base64');
      return `export const url = 'data:application/wasm;base64,${encoded}';`;
    },
  };
}

/**
 * @param {string} file
 * @returns {Promise<Uint8Array>}
 */
async function compile(file) {
  // The compiler is large, and most who load this file compile nothing.
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await asc.main([file, '--outFile=module.wasm', ...options], {
    writeFile(_, contents) {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error || !binary) throw new Error(`${file}: ${error?.message}\n${stderr.toString()}`);
  return binary;
}
