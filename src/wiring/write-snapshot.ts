import { mkdirSync, rmSync } from 'node:fs';
import { compileCatalogue } from './compiled-catalogue.ts';
import { writeLocales } from './shipped-locales.ts';
import { writeCatalogueParts } from './snapshot-catalogue.ts';
import { SNAPSHOT_DIRECTORY } from './snapshot-part.ts';

// The last step of the build.
rmSync(SNAPSHOT_DIRECTORY, { recursive: true, force: true });
mkdirSync(SNAPSHOT_DIRECTORY, { recursive: true });
writeCatalogueParts(compileCatalogue());
writeLocales();
