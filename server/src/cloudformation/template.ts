import type { Version } from '../incremental/facts.ts';
import type { MappingNode, ScalarNode, SyntaxNode, SyntaxTree } from '../syntax/index.ts';
import type { Span } from '../text/span.ts';

/** A choice of resource types: a set of their names, or anything else that tells which belong to it. */
export interface Types {
  readonly has: (type: string) => boolean;
}

/**
 * One version of a CloudFormation or SAM template, as far as it can be read. What it is asked is noted (see `incremental/`), so that facts
 * about it are only worked out again when an answer has changed; a question about one resource is better than one about all of them.
 */
export interface Template extends Version {
  readonly tree: SyntaxTree;
  readonly usesSam: boolean;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly conditions: ReadonlyMap<string, SyntaxNode>;
  readonly mappings: MappingNode | undefined;
  /** SAM's `Globals`. */
  readonly globals: MappingNode | undefined;
  /** The mapping that new resources are added to. */
  readonly resourcesNode: MappingNode | undefined;
  /** False when something that cannot be seen here adds resources: a macro, `AWS::Include`, `Fn::ForEach`. */
  readonly complete: boolean;
  /** The resources of some types, in the order of the text. The set has to be the same object whenever the same is asked. */
  readonly ofTypes: (types: Types) => readonly Resource[];
}

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly node: MappingNode;
  readonly properties: MappingNode | undefined;
  /** The condition under which the resource exists. */
  readonly condition: string | undefined;
  readonly dependsOn: readonly ScalarNode[];
  /** From the logical id to the end of the resource. */
  readonly span: Span;
  /** The logical id. */
  readonly nameSpan: Span;
}

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly defaultValue: string | undefined;
  readonly allowedValues: readonly string[] | undefined;
  readonly nameSpan: Span;
}
