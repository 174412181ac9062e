import type { ErrorForm } from '../model.ts';
import { BARE_FORMS, IAM_FORMS } from './iam.ts';
import { LAMBDA_FORMS } from './lambda.ts';
import { SERVICE_FORMS } from './services.ts';

/** Every form of message that is read, the most telling first: a text is read by the first row that finds itself in it. */
export const ERROR_FORMS: readonly ErrorForm[] = [...SERVICE_FORMS, ...LAMBDA_FORMS, ...IAM_FORMS, ...BARE_FORMS];
