/** The engine's bundle as a worker knows it when it has been run there: the bundler gives it this name. */
declare const lambdaIamEngine: typeof import('./engine.ts');

/** @param script the text of `dist/engine.js` */
export function runEngine(script: string): typeof lambdaIamEngine {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  importScripts(address);
  URL.revokeObjectURL(address);
  return lambdaIamEngine;
}
