/**
 * A plugin of the bundler that leaves out of the client what the library does for servers that offer more than ours. It knows no way to
 * leave them out, and they are a third of it. The client then does not say either that it could do those things.
 */

/** The files of `vscode-languageclient/lib/common` that are left out, each with what a server with such a feature offers. */
export const LEFT_OUT = {
  callHierarchy: 'callHierarchyProvider',
  colorProvider: 'colorProvider',
  declaration: 'declarationProvider',
  fileOperations: 'workspace.fileOperations',
  foldingRange: 'foldingRangeProvider',
  formatting: 'documentFormattingProvider',
  implementation: 'implementationProvider',
  inlineCompletion: 'inlineCompletionProvider',
  inlineValue: 'inlineValueProvider',
  linkedEditingRange: 'linkedEditingRangeProvider',
  semanticTokens: 'semanticTokensProvider',
  signatureHelp: 'signatureHelpProvider',
  textDocumentContent: 'workspace.textDocumentContent',
  typeDefinition: 'typeDefinitionProvider',
  typeHierarchy: 'typeHierarchyProvider',
  workspaceSymbol: 'workspaceSymbolProvider',
};

const FEATURES = new RegExp(
  `[\\\\/]vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](?:${Object.keys(LEFT_OUT).join('|')})\\.js$`,
);

/** A feature that the client can register and that never does anything, by whatever name the client asks for it. */
const NO_FEATURE = `
class NoFeature {
  fillClientCapabilities() {}
  initialize() {}
  getState() { return { kind: 'static' }; }
  clear() {}
}
module.exports = new Proxy({}, { get: () => NoFeature });`;

/** Patterns in a document selector are the only ones that are matched, and ours has none. */
const NO_PATTERNS = `exports.Minimatch = class { constructor() { throw new Error('Patterns are not matched here.'); } };`;

export function leaveOutFeatures() {
  return {
    name: 'leave-out-features',
    setup({ onLoad }) {
      onLoad({ filter: FEATURES }, () => ({ contents: NO_FEATURE }));
      onLoad({ filter: /[\\/]minimatch[\\/].+[\\/]index\.js$/ }, () => ({ contents: NO_PATTERNS }));
    },
  };
}
