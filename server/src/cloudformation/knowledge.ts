/** What CloudFormation's resource specification says about one resource type. */
export interface ResourceTypeSpec {
  readonly type: string;
  /** The attributes that `Fn::GetAtt` knows, in alphabetical order. */
  readonly attributes: readonly string[];
  /**
   * What `Ref` returns: the property or attribute that is the type's primary identifier, `QueueUrl` for instance, or what the
   * specification names in its place. Several: `Ref` joins their values by `|`. Empty: not known.
   */
  readonly primaryIdentifier: readonly string[];
  /** The pattern of the resource's ARN where the specification has one, with `${Partition}`, `${Region}`, `${Account}` and names. */
  readonly arnPattern: string | undefined;
  /** Its top-level properties. */
  readonly properties: readonly string[];
}

/** CloudFormation's resource types, read from committed data. */
export interface CloudFormationKnowledge {
  resourceType(type: string): ResourceTypeSpec | undefined;
  resourceTypes(): readonly string[];
}
