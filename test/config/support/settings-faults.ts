import { readSettings } from '../../../src/config/settings.ts';
import { ConfigError, type Fault } from '../../../src/domain/errors.ts';

/** What is wrong with the settings; nothing where they can be used. */
export const settingsFaults = (environment: Readonly<Record<string, string>>): readonly Fault[] => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};
