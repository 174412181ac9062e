export { type CodeAction, codeActionsAt, fixAllEdits } from './codeActions.ts';
export {
  explain,
  type FunctionExplanation,
  type InvokerExplanation,
  type NeedExplanation,
  type PermissionExplanation,
  type TemplateExplanation,
} from './explain.ts';
export { type Hover, hoverAt } from './hover.ts';
