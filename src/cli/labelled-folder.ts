import { join } from 'node:path';
import { CONFIG_DIRECTORY } from '../config/catalogue.ts';

/** Where our labels are; the texts that we may not ship stay where the corpus is. */
export const LABELLED = join(CONFIG_DIRECTORY, '../test/fixtures/labelled');
