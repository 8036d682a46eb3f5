import type { Settings } from '../config/settings.ts';

const VERSION = '0.1.0';

/** Product, version and a contact: regulators demand one, and everybody may ask us to stop. */
export const userAgentOf = ({ contact }: Pick<Settings, 'contact'>): string =>
  `Curbwatch/${VERSION} (+${contact})`;
