/** The package brings no types; this much of it is used. */
declare module 'heic-decode' {
  interface HeicImage {
    readonly width: number;
    readonly height: number;
    decode(): Promise<{
      readonly data: Uint8ClampedArray<ArrayBuffer>;
      readonly width: number;
      readonly height: number;
    }>;
  }
  const decode: { all(input: { readonly buffer: Uint8Array }): Promise<readonly HeicImage[]> };
  export default decode;
}
