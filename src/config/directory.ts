import { resolve } from 'node:path';

/** The `config/` folder of this package. */
export const CONFIG_DIRECTORY = resolve(import.meta.dirname, '../../config');
