/** Commands about files: a new policy, and settings of the project that other extensions read. */
import {
  ConfigurationTarget,
  commands,
  type Disposable,
  l10n,
  type QuickPickItem,
  SnippetString,
  window,
  workspace,
} from 'vscode';
import { type PolicyFileKind, policySnippet } from '../policySkeletons.ts';
import { missingTags } from '../yamlTags.ts';

/** @returns what VS Code disposes of with the extension */
export function registerFileCommands(): Disposable[] {
  return [
    commands.registerCommand('lambdaIam.newPolicyFile', newPolicyFile),
    commands.registerCommand('lambdaIam.addYamlTags', addYamlTags),
  ];
}

/** @param wanted the kind of policy; the user is asked where it is missing */
async function newPolicyFile(wanted?: unknown): Promise<void> {
  const kinds = policyFileKinds();
  const placeHolder = l10n.t('What is the policy for?');
  const chosen =
    kinds.find(({ policy }) => policy === wanted) ??
    (await window.showQuickPick(kinds, { placeHolder, matchOnDescription: true }));
  if (!chosen) return;
  const editor = await window.showTextDocument(await workspace.openTextDocument({ language: 'json' }));
  await editor.insertSnippet(new SnippetString(policySnippet(chosen.policy)));
}

interface PolicyFileItem extends QuickPickItem {
  readonly policy: PolicyFileKind;
}

function policyFileKinds(): readonly PolicyFileItem[] {
  return [
    { policy: 'identity', label: l10n.t('Identity policy'), description: l10n.t('what an execution role, or a user, may do') },
    {
      policy: 'trust',
      label: l10n.t('Trust policy'),
      description: l10n.t('who may assume a role: Lambda, for an execution role'),
    },
    { policy: 'boundary', label: l10n.t('Permissions boundary'), description: l10n.t('what a role may do at most') },
    { policy: 'queue', label: l10n.t('Queue policy'), description: l10n.t('who may send to a queue of Amazon SQS') },
    { policy: 'topic', label: l10n.t('Topic policy'), description: l10n.t('who may publish to a topic of Amazon SNS') },
    { policy: 'bucket', label: l10n.t('Bucket policy'), description: l10n.t('who may use a bucket of Amazon S3, and how') },
  ];
}

/** The list is kept where it stands already; a new one is made for the workspace, or for the user where no folder is open. */
async function addYamlTags(): Promise<void> {
  const settings = workspace.getConfiguration('yaml', window.activeTextEditor?.document.uri);
  const list = settings.inspect<readonly unknown[]>('customTags');
  if (list?.defaultValue === undefined) {
    void window.showInformationMessage(l10n.t('The YAML extension by Red Hat is not installed, so no tags are needed.'));
    return;
  }
  const present = settings.get<readonly unknown[]>('customTags', []);
  const missing = missingTags(present);
  if (missing.length === 0) {
    void window.showInformationMessage(l10n.t('The YAML extension knows all tags of CloudFormation already.'));
    return;
  }
  const target = targetOf(list);
  await settings.update('customTags', [...present, ...missing], target);
  const told =
    target === ConfigurationTarget.Global
      ? l10n.t('{0} tags of CloudFormation were added to "yaml.customTags" in your user settings.', missing.length)
      : l10n.t('{0} tags of CloudFormation were added to "yaml.customTags" in the settings of the workspace.', missing.length);
  void window.showInformationMessage(told);
}

interface Places {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

function targetOf({ globalValue, workspaceValue, workspaceFolderValue }: Places): ConfigurationTarget {
  if (workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  if (workspaceValue !== undefined) return ConfigurationTarget.Workspace;
  if (globalValue !== undefined || !workspace.workspaceFolders) return ConfigurationTarget.Global;
  return ConfigurationTarget.Workspace;
}
