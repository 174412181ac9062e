import type { Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { type Finding, pageOf } from '../rules/index.ts';
import type { ClientSupport } from './clientSupport.ts';
import { type Context, findingsOf } from './context.ts';
import { toRange, toSeverity } from './toProtocol.ts';

/** The name under which the editor shows our diagnostics. */
export const SOURCE = 'lambda-iam';

/** `DiagnosticTag.Unnecessary` of the protocol. */
const UNNECESSARY: DiagnosticTag = 1;

/** All diagnostics of a document. */
export function diagnostics(analysis: Analysis, context: Context): Diagnostic[] {
  return findingsOf(analysis, context).map((finding) => toDiagnostic(finding, analysis, context.support));
}

/** A finding as the client shows it. */
export function toDiagnostic(finding: Finding, { source, tree }: Analysis, support: ClientSupport): Diagnostic {
  const { span, severity, ruleId, message, related = [] } = finding;
  const relatedInformation = related.map((place) => ({
    location: { uri: source.uri, range: toRange(place.span, tree) },
    message: place.message,
  }));
  return {
    range: toRange(span, tree),
    severity: toSeverity(severity),
    code: ruleId,
    codeDescription: { href: pageOf(ruleId) },
    source: SOURCE,
    message,
    ...(isUnnecessary(finding) ? { tags: [UNNECESSARY] } : {}),
    ...(support.relatedInformation && related.length > 0 ? { relatedInformation } : {}),
  };
}

/** Editors fade what has no effect; where it is a warning, it has to stand out instead. */
function isUnnecessary({ outcome, severity }: Finding): boolean {
  return outcome === 'no-effect' && severity === 'hint';
}
