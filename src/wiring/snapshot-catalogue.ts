import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledLexicon, compileLexicon } from '../classify/compile-lexicon.ts';
import type { PhraseTable } from '../classify/phrase-table.ts';
import { decodePhraseTable, encodePhraseTable } from '../classify/phrase-table-file.ts';
import { CONFIG_DIRECTORY } from '../config/directory.ts';
import type { Authority, Catalogue, Exchange, Jurisdiction, Taxonomy } from '../domain/catalogue.ts';
import { createLineKeeper, createLineReader } from './kept-lines.ts';
import { createUnpackFields, type Packed, packFields } from './lazy-fields.ts';
import { hashFiles, readPart, SNAPSHOT_DIRECTORY, writePart, yamlFiles } from './snapshot-part.ts';

/** The checked catalogue and the lexicon compiled from it. */
export interface Compiled {
  readonly catalogue: Catalogue;
  readonly lexicon: CompiledLexicon;
}

/** The same without the feeds, which operators keep themselves, and edit while the bot runs. */
export interface CataloguePart {
  readonly catalogue: Omit<Catalogue, 'feeds'>;
  readonly lexicon: CompiledLexicon;
}

interface CatalogueFile {
  readonly hash: string;
  readonly exchanges: readonly Packed[];
  readonly authorities: readonly Packed[];
  readonly jurisdictions: readonly Packed[];
  readonly kinds: Taxonomy['kinds'];
  readonly groups: readonly string[];
  readonly cues: Packed;
  readonly languages: readonly string[];
}

interface FeedsFile {
  readonly hash: string;
  readonly feeds: Catalogue['feeds'];
}

const NAME_FIELDS = ['aliases'] as const;
const PLACE_FIELDS = ['names', 'adjectives', 'cities', 'hints'] as const;

const packCatalogue = (
  { exchanges, authorities, jurisdictions, taxonomy }: Catalogue,
  keep: (line: string) => number,
): Omit<CatalogueFile, 'hash' | 'languages'> => {
  const groups = Object.keys(taxonomy.cues);
  return {
    exchanges: exchanges.map((exchange) => packFields(exchange, NAME_FIELDS, keep)),
    authorities: authorities.map((authority) => packFields(authority, NAME_FIELDS, keep)),
    jurisdictions: jurisdictions.map((place) => packFields(place, PLACE_FIELDS, keep)),
    kinds: taxonomy.kinds,
    groups,
    cues: packFields(taxonomy.cues, groups, keep),
  };
};

const unpackCatalogue = (
  file: CatalogueFile,
  lineAt: (begin: number) => string,
): Omit<Catalogue, 'feeds'> => ({
  exchanges: file.exchanges.map(createUnpackFields<Exchange>(NAME_FIELDS, lineAt)),
  authorities: file.authorities.map(createUnpackFields<Authority>(NAME_FIELDS, lineAt)),
  jurisdictions: file.jurisdictions.map(createUnpackFields<Jurisdiction>(PLACE_FIELDS, lineAt)),
  taxonomy: { kinds: file.kinds, cues: createUnpackFields<Taxonomy['cues']>(file.groups, lineAt)(file.cues) },
});

const hashCatalogue = (): string =>
  hashFiles([
    ...['exchanges', 'authorities', 'jurisdictions', 'taxonomy'].map((name) =>
      join(CONFIG_DIRECTORY, `${name}.yaml`),
    ),
    ...yamlFiles(join(CONFIG_DIRECTORY, 'cues')),
  ]);

const hashFeeds = (feedsFile = join(CONFIG_DIRECTORY, 'feeds.yaml')): string => hashFiles([feedsFile]);

/** What is no JSON carries the hash in its file's name: that of a former build is never read for this one's. */
const hashedFile = (name: string, hash: string): string => join(SNAPSHOT_DIRECTORY, `${name}.${hash}`);

const tableFile = (name: string, hash: string): string => `${hashedFile(name, hash)}.phrases`;

const readTable = (name: string, hash: string): PhraseTable | undefined => {
  const file = tableFile(name, hash);
  return existsSync(file) ? decodePhraseTable(readFileSync(file)) : undefined;
};

const writeTable = (name: string, hash: string, table: PhraseTable): void =>
  writeFileSync(tableFile(name, hash), encodePhraseTable(table));

const fieldsFile = (hash: string): string => hashedFile('fields', hash);

const readFields = (hash: string): ((begin: number) => string) | undefined =>
  existsSync(fieldsFile(hash)) ? createLineReader(readFileSync(fieldsFile(hash))) : undefined;

/** The feeds of the snapshot, while they are those of the file. */
export const readFeedsPart = (feedsFile?: string): Catalogue['feeds'] | undefined =>
  readPart<FeedsFile>('feeds', hashFeeds(feedsFile))?.feeds;

/** The catalogue of the snapshot, while the files in `config/` are those that it was made from. */
export const readCataloguePart = (): CataloguePart | undefined => {
  const hash = hashCatalogue();
  const file = readPart<CatalogueFile>('catalogue', hash);
  const [lineAt, names] = [readFields(hash), readTable('names', hash)];
  if (file === undefined || lineAt === undefined || names === undefined) return undefined;
  const { languages } = file;
  const catalogue = unpackCatalogue(file, lineAt);
  const cues = (language: string): PhraseTable =>
    readTable(`cues.${language}`, hash) ?? compileLexicon(catalogue).cues(language);
  return { catalogue, lexicon: { names, languages, cues } };
};

/** Writes both parts. */
export const writeCatalogueParts = ({ catalogue, lexicon }: Compiled): void => {
  const hash = hashCatalogue();
  const { names, languages, cues } = lexicon;
  const { keep, bytes } = createLineKeeper();
  const packed = packCatalogue(catalogue, keep);
  writePart<CatalogueFile>('catalogue', { hash, ...packed, languages });
  writeFileSync(fieldsFile(hash), bytes());
  writePart<FeedsFile>('feeds', { hash: hashFeeds(), feeds: catalogue.feeds });
  writeTable('names', hash, names);
  for (const language of languages) writeTable(`cues.${language}`, hash, cues(language));
};
