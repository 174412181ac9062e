/**
 * The look of a drawing that stands alone: light or dark as the page that shows it. Verdicts differ in colour, in the pattern of the
 * line and in the mark.
 */
export const STYLE = `
.permission-map{--paper:#fff;--ink:#1f2328;--faint:#59636e;--box:#f6f8fa;--rim:#8b949e;--granted:#1a7f37;--missing:#cf222e;--unknown:#6e7781;
font-family:system-ui,sans-serif}
@media(prefers-color-scheme:dark){.permission-map{--paper:#0d1117;--ink:#e6edf3;--faint:#9198a1;--box:#161b22;--rim:#6e7681;--granted:#3fb950;--missing:#f85149;--unknown:#9198a1}}
.paper{fill:var(--paper)}
.box{fill:var(--box);stroke:var(--rim)}
.function .box{stroke-width:2}
.icon{fill:none;stroke:var(--faint);stroke-width:1.5}
.label{fill:var(--ink);font-size:13px;font-weight:600}
.detail{fill:var(--faint);font-size:11px}
.reach{fill:none;stroke:none}
.edge{--colour:var(--granted)}
.edge.missing,.edge.denied{--colour:var(--missing)}
.edge.unknown{--colour:var(--unknown)}
.line,.tip{fill:none;stroke:var(--colour);stroke-width:1.5}
.missing .line,.denied .line{stroke-width:2;stroke-dasharray:2 3}
.unknown .line{stroke-dasharray:7 4}
.mark circle{fill:var(--paper);stroke:var(--colour)}
.mark path{fill:none;stroke:var(--colour);stroke-width:1.8}
.caption{fill:var(--faint);font-size:10px;paint-order:stroke;stroke:var(--paper);stroke-width:3px}
.crowded .caption{display:none}
`;
