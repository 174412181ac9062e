import { Uri, type Webview } from 'vscode';

/** The page of the map. Its only script and style come from the extension; nothing else may run or be loaded. */
export function pageOf(webview: Webview, extension: Uri): string {
  const nonce = randomText();
  const file = (name: string): Uri => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('permissionMap.css')}">
<title>Permission map</title>
</head>
<body>
<header role="toolbar" aria-label="Permission map">
<label>Function <select id="function"></select></label>
<span class="buttons" role="group" aria-label="Size">
<button id="smaller" aria-label="Smaller" title="Smaller">−</button>
<button id="fit" title="Fit the width">Fit</button>
<button id="larger" aria-label="Larger" title="Larger">+</button>
</span>
<span class="buttons" role="group" aria-label="Open as">
<button data-format="svg" title="Open the drawing as SVG">SVG</button>
<button data-format="mermaid" title="Open the drawing as a Mermaid flowchart">Mermaid</button>
<button data-format="dot" title="Open the drawing for Graphviz">DOT</button>
</span>
<span id="summary" role="status"></span>
</header>
<main>
<div id="drawing" aria-describedby="keys"></div>
<aside id="details" aria-label="Details" aria-live="polite" tabindex="-1"></aside>
</main>
<p id="keys" class="hidden">Arrow keys go from node to node and along their connections; Enter goes to the text, Space shows the details, Escape shows everything again.</p>
<script nonce="${nonce}" src="${file('permissionMap.js')}"></script>
</body>
</html>`;
}

/** Cannot be guessed by text that is shown in the page, which is all that a nonce is for. */
function randomText(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 32 }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
}
