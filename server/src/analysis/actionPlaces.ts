import { evaluate, propertyAt } from '../cloudformation/index.ts';
import type { Statement } from '../iam/index.ts';
import { onceFor } from '../incremental/once.ts';
import type { InvokePermission } from '../lambda/index.ts';
import type { PolicySite } from '../policies/index.ts';
import { knownText } from '../symbolic/index.ts';
import type { SyntaxNode } from '../syntax/index.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';

/** A place where the author wrote the name of an action, or a pattern for some. */
export interface ActionPlace {
  /** As written: `lambda:invokeFunction`, `s3:Get*`. */
  readonly text: string;
  /** Its characters, without quotes. */
  readonly span: Span;
  readonly node: SyntaxNode;
  /** The statement it belongs to; absent in an `AWS::Lambda::Permission`. */
  readonly statement: Statement | undefined;
  readonly site: PolicySite | undefined;
  /** Written under `NotAction`. */
  readonly negated: boolean;
  readonly permission: InvokePermission | undefined;
}

/** Every action that is written in a policy of the document or in a Lambda permission, in the order of the text. */
export const actionPlacesOf: (analysis: Analysis) => readonly ActionPlace[] = onceFor((analysis) =>
  [...inPolicies(analysis), ...inPermissions(analysis)].sort((a, b) => a.span.start - b.span.start),
);

function* inPolicies({ policies }: Analysis): Generator<ActionPlace> {
  for (const site of policies) {
    for (const statement of site.document.statements) {
      for (const { value, node } of statement.actions?.values ?? []) {
        const text = knownText(value);
        if (text === undefined) continue;
        const negated = statement.actions?.negated ?? false;
        yield { text, span: textSpan(node, text), node, statement, site, negated, permission: undefined };
      }
    }
  }
}

function* inPermissions({ permissions, template }: Analysis): Generator<ActionPlace> {
  for (const permission of permissions.permissions) {
    if (permission.origin !== 'template' || !template) continue;
    const node = propertyAt(template, permission.resource, 'Action');
    const text = node && knownText(evaluate(node, { template }));
    if (!node || text === undefined) continue;
    yield { text, span: textSpan(node, text), node, statement: undefined, site: undefined, negated: false, permission };
  }
}

/** The characters of a text without quotes; the whole expression where the text is computed. */
export function textSpan(node: SyntaxNode, text: string): Span {
  return node.kind === 'scalar' && node.text === text ? node.spanOf(0, text.length) : node.outerSpan;
}
