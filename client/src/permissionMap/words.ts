import { l10n } from 'vscode';
import type { PageWords } from './messages.ts';

/** The words that the page's script uses, in the language of the editor. */
export function pageWords(): PageWords {
  return {
    allFunctions: l10n.t('all'),
    nothingToDraw: l10n.t(
      'There is nothing to draw: the text cannot be read or is no template at the moment, or Lambda IAM is switched off.',
    ),
    grantedBy: l10n.t('Granted by'),
    inPartBy: l10n.t('In part by'),
    showInText: l10n.t('Show in the text'),
    notAllowed: l10n.t('Not allowed'),
    nothingMissing: l10n.t('Nothing is known to be missing'),
    signs: l10n.t('Signs'),
    granted: l10n.t('solid line: allowed; a ring around the sign: SAM allows it, nobody wrote it'),
    missing: l10n.t('dotted line: not allowed, or denied'),
    unknown: l10n.t('dashed line: these files do not tell'),
    fix: l10n.t('Fix: {0}'),
    backToAll: l10n.t('Back to all'),
  };
}
