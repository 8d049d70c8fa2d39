declare module '*?assembly' {
  /** Address of the compiled WebAssembly module. */
  export const url: string;
}
