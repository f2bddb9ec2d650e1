/** A script for browsers as text; scripts/browser-script.mjs makes it. */
declare module '*.js?script' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: what an import of text gives
  export default text;
}
