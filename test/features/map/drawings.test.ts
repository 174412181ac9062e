import { expect, test } from 'vitest';
import { drawn, layOut, type MapEdge, type PermissionMap, toSvg } from '../../../server/src/features/map/index.ts';

const span = { start: 0, end: 0 };

function edge(from: string, to: string, verdict: MapEdge['verdict'], label?: string, implicit = false): MapEdge {
  const grantedBy = label === undefined ? [] : [{ label, implicit, span: undefined }];
  const permission = { actions: ['lambda:InvokeFunction'], because: '', verdict, grantedBy, span, fix: undefined };
  return { id: `${from} > ${to}`, from, to, verdict, implicit, permissions: [permission] };
}

const MAP: PermissionMap = {
  nodes: [
    { id: 'source:Bucket', column: 'source', label: 'Bucket', detail: 'S3 Bucket', span },
    { id: 'source:"<x>"', column: 'source', label: 'a "<x>" & b', detail: 'odd', span },
    { id: 'function:Worker', column: 'function', label: 'Worker', detail: 'Lambda function', span },
    { id: 'target:Orders', column: 'target', label: 'Orders', detail: 'DynamoDB Table', span },
  ],
  edges: [
    edge('source:Bucket', 'function:Worker', 'granted', 'WorkerPermission', true),
    edge('source:"<x>"', 'function:Worker', 'missing'),
    edge('function:Worker', 'target:Orders', 'unknown'),
  ],
};

test('Mermaid', () => {
  expect(drawn(MAP, 'mermaid')).toBe(`flowchart LR
  subgraph sources["Who calls"]
    n0["Bucket<br>S3 Bucket"]
    n1["a #34;#60;x#62;#34; #38; b<br>odd"]
  end
  subgraph functions["Functions"]
    n2["Worker<br>Lambda function"]
  end
  subgraph targets["What they may use"]
    n3["Orders<br>DynamoDB Table"]
  end
  n0 -->|"✓ WorkerPermission (SAM)"| n2
  n1 --x|"✗ Not allowed"| n2
  n2 -.->|"? Not known"| n3
  linkStyle 0 stroke:#1a7f37
  linkStyle 1 stroke:#cf222e
  linkStyle 2 stroke:#6e7781
`);
});

test('DOT', () => {
  const lines = drawn(MAP, 'dot')
    .split('\n')
    .map((line) => line.trim());
  expect(lines[0]).toBe('digraph permissions {');
  expect(lines).toContain('"source:\\"<x>\\"" [label="a \\"<x>\\" & b\\nodd"];');
  expect(lines).toContain('"source:Bucket" -> "function:Worker" [label="✓ WorkerPermission (SAM)", color="#1a7f37"];');
  expect(lines).toContain('"function:Worker" -> "target:Orders" [label="? Not known", color="#6e7781", style=dashed];');
});

/** The tags that an XML text leaves open; names and attributes must be well formed for a tag to be seen. */
function openTags(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [, closing, name, empty] of xml.matchAll(/<(\/?)([a-z]+)(?:\s+[a-zA-Z-]+(?::[a-z]+)?="[^"<]*")*\s*(\/?)>/g)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name ?? '');
  }
  return open;
}

test('SVG is well formed, and each group says what it is', () => {
  const svg = drawn(MAP, 'svg');
  expect(openTags(svg)).toEqual([]);
  expect(svg.replace(/<style>.*?<\/style>/s, '').match(/<(?!\/?[a-z])|&(?!amp;|lt;|gt;|quot;)/g)).toBeNull();
  expect(Array.from(svg.matchAll(/role="button" tabindex="-1" aria-label="([^"]*)"/g), ([, label]) => label)).toEqual([
    'Bucket invokes Worker: allowed by WorkerPermission (SAM)',
    'a &quot;&lt;x&gt;&quot; &amp; b invokes Worker: not allowed',
    'Worker uses Orders: not known from these files',
    'Bucket, S3 Bucket',
    'a &quot;&lt;x&gt;&quot; &amp; b, odd, 1 not allowed',
    'Worker, Lambda function, 1 not allowed, 1 not known',
    'Orders, DynamoDB Table, 1 not known',
  ]);
});

test('only a drawing that stands alone brings colours; verdicts differ in class, and what SAM grants has a ring', () => {
  expect(drawn(MAP, 'svg')).toContain('prefers-color-scheme:dark');
  const inPage = toSvg(layOut(MAP), { standalone: false });
  expect(inPage).not.toMatch(/<style|style=|fill=|stroke=/);
  expect(Array.from(inPage.matchAll(/class="(edge[^"]*)"/g), ([, classes]) => classes)).toEqual([
    'edge granted implicit',
    'edge missing',
    'edge unknown',
  ]);
  expect(inPage.match(/class="ring"/g)?.length).toBe(1);
});
