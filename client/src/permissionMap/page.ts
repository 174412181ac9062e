import { env, l10n, Uri, type Webview } from 'vscode';

/** The page of the map. Its only script and style come from the extension; nothing else may run or be loaded. */
export function pageOf(webview: Webview, extension: Uri): string {
  const nonce = randomText();
  const file = (name: string): Uri => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name));
  const words = toolbarWords();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('permissionMap.css')}">
<title>${words.title}</title>
</head>
<body>
<header role="toolbar" aria-label="${words.title}">
<label>${words.function} <select id="function"></select></label>
<span class="buttons" role="group" aria-label="${words.size}">
<button id="smaller" aria-label="${words.smaller}" title="${words.smaller}">−</button>
<button id="fit" title="${words.fitWidth}">${words.fit}</button>
<button id="larger" aria-label="${words.larger}" title="${words.larger}">+</button>
</span>
<span class="buttons" role="group" aria-label="${words.openAs}">
<button data-format="svg" title="${words.asSvg}">SVG</button>
<button data-format="mermaid" title="${words.asMermaid}">Mermaid</button>
<button data-format="dot" title="${words.asDot}">DOT</button>
</span>
<span id="summary" role="status"></span>
</header>
<main>
<div id="drawing" aria-describedby="keys"></div>
<aside id="details" aria-label="${words.details}" aria-live="polite" tabindex="-1"></aside>
</main>
<p id="keys" class="hidden">${words.keys}</p>
<script nonce="${nonce}" src="${file('permissionMap.js')}"></script>
</body>
</html>`;
}

/** The words of the toolbar and for screen readers, in the language of the editor. */
function toolbarWords() {
  const inHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return {
    title: inHtml(l10n.t('Permission map')),
    function: inHtml(l10n.t('Function')),
    size: inHtml(l10n.t('Size')),
    smaller: inHtml(l10n.t('Smaller')),
    fit: inHtml(l10n.t('Fit')),
    fitWidth: inHtml(l10n.t('Fit the width')),
    larger: inHtml(l10n.t('Larger')),
    openAs: inHtml(l10n.t('Open as')),
    asSvg: inHtml(l10n.t('Open the drawing as SVG')),
    asMermaid: inHtml(l10n.t('Open the drawing as a Mermaid flowchart')),
    asDot: inHtml(l10n.t('Open the drawing for Graphviz')),
    details: inHtml(l10n.t('Details')),
    keys: inHtml(
      l10n.t(
        'Arrow keys go from node to node and along their connections; Enter goes to the text, Space shows the details, Escape shows everything again.',
      ),
    ),
  };
}

/** Cannot be guessed by text that is shown in the page, which is all that a nonce is for. */
function randomText(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 32 }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
}
