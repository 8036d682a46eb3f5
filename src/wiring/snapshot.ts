import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CompiledLexicon, compileLexicon } from '../classify/compile-lexicon.ts';
import type { PhraseTable } from '../classify/phrase-table.ts';
import { decodePhraseTable, encodePhraseTable } from '../classify/phrase-table-file.ts';
import { CONFIG_DIRECTORY, loadCatalogue, loadFeeds } from '../config/catalogue.ts';
import { LOCALES_DIRECTORY, loadLocales } from '../config/locales.ts';
import type { Authority, Catalogue, Exchange, Jurisdiction, Taxonomy } from '../domain/catalogue.ts';
import { lazily } from '../domain/lazily.ts';
import type { Locale } from '../domain/locale.ts';
import { packFields, unpackFields } from './lazy-fields.ts';

/** The checked catalogue and the lexicon compiled from it. */
export interface Compiled {
  readonly catalogue: Catalogue;
  readonly lexicon: CompiledLexicon;
}

/** Each says what it was made from: after an edit of that it counts for nothing. */
interface CatalogueFile {
  readonly hash: string;
  /** With their large fields packed. */
  readonly exchanges: readonly object[];
  readonly authorities: readonly object[];
  readonly jurisdictions: readonly object[];
  readonly kinds: Taxonomy['kinds'];
  readonly cues: object;
  readonly languages: readonly string[];
}

const PLACE_FIELDS = ['names', 'adjectives', 'cities', 'hints'] as const;

const packCatalogue = ({ exchanges, authorities, jurisdictions, taxonomy }: Catalogue) => ({
  exchanges: exchanges.map((exchange) => packFields(exchange, ['aliases'])),
  authorities: authorities.map((authority) => packFields(authority, ['aliases'])),
  jurisdictions: jurisdictions.map((place) => packFields(place, PLACE_FIELDS)),
  kinds: taxonomy.kinds,
  cues: packFields(taxonomy.cues, Object.keys(taxonomy.cues)),
});

const unpackCatalogue = (file: CatalogueFile): Omit<Catalogue, 'feeds'> => ({
  exchanges: file.exchanges.map((exchange) => unpackFields<Exchange>(exchange, ['aliases'])),
  authorities: file.authorities.map((authority) => unpackFields<Authority>(authority, ['aliases'])),
  jurisdictions: file.jurisdictions.map((place) => unpackFields<Jurisdiction>(place, PLACE_FIELDS)),
  taxonomy: { kinds: file.kinds, cues: unpackFields<Taxonomy['cues']>(file.cues, Object.keys(file.cues)) },
});

interface FeedsFile {
  readonly hash: string;
  readonly feeds: Catalogue['feeds'];
}

interface LocalesFile {
  readonly hash: string;
  readonly locales: readonly {
    readonly language: string;
    /** As JSON: few of the languages are ever spoken. */
    readonly messages: string;
  }[];
}

const SNAPSHOT_DIRECTORY = resolve(import.meta.dirname, '../../dist/snapshot');

const yamlFiles = (directory: string): readonly string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(directory, name));

const hashFiles = (files: readonly string[]): string => {
  const hash = createHash('sha1');
  for (const file of files) hash.update(existsSync(file) ? readFileSync(file) : '').update('\0');
  return hash.digest('hex');
};

const hashCatalogue = (): string =>
  hashFiles([
    ...['exchanges', 'authorities', 'jurisdictions', 'taxonomy'].map((name) =>
      join(CONFIG_DIRECTORY, `${name}.yaml`),
    ),
    ...yamlFiles(join(CONFIG_DIRECTORY, 'cues')),
  ]);

const hashFeeds = (feedsFile = join(CONFIG_DIRECTORY, 'feeds.yaml')): string => hashFiles([feedsFile]);

const hashLocales = (): string => hashFiles(yamlFiles(LOCALES_DIRECTORY));

/** A part of the snapshot, if it was made from what is there now. */
const readPart = <T extends { readonly hash: string }>(name: string, hash: string): T | undefined => {
  const file = join(SNAPSHOT_DIRECTORY, `${name}.json`);
  if (!existsSync(file)) return undefined;
  const part = JSON.parse(readFileSync(file, 'utf8')) as T;
  return part.hash === hash ? part : undefined;
};

const writePart = <T extends { readonly hash: string }>(name: string, part: T): void =>
  writeFileSync(join(SNAPSHOT_DIRECTORY, `${name}.json`), JSON.stringify(part));

/** Tables carry the hash in their name: those of a former build are never read for this one's. */
const tableFile = (name: string, hash: string): string => join(SNAPSHOT_DIRECTORY, `${name}.${hash}.phrases`);

const readTable = (name: string, hash: string): PhraseTable | undefined => {
  const file = tableFile(name, hash);
  return existsSync(file) ? decodePhraseTable(readFileSync(file)) : undefined;
};

const writeTable = (name: string, hash: string, table: PhraseTable): void =>
  writeFileSync(tableFile(name, hash), encodePhraseTable(table));

const compile = (feedsFile: string | undefined): Compiled => {
  const catalogue = loadCatalogue(CONFIG_DIRECTORY, feedsFile);
  return { catalogue, lexicon: compileLexicon(catalogue) };
};

/** Operators keep feeds of their own, and edit them while the bot runs: nothing is compiled from them. */
const readFeedList = (feedsFile: string | undefined): Catalogue['feeds'] =>
  readPart<FeedsFile>('feeds', hashFeeds(feedsFile))?.feeds ?? loadFeeds(CONFIG_DIRECTORY, feedsFile);

const readCompiled = (feedsFile: string | undefined): Compiled | undefined => {
  const hash = hashCatalogue();
  const file = readPart<CatalogueFile>('catalogue', hash);
  const names = readTable('names', hash);
  if (file === undefined || names === undefined) return undefined;
  const { languages } = file;
  const catalogue = { ...unpackCatalogue(file), feeds: readFeedList(feedsFile) };
  const cues = (language: string): PhraseTable =>
    readTable(`cues.${language}`, hash) ?? compileLexicon(catalogue).cues(language);
  return { catalogue, lexicon: { names, languages, cues } };
};

/**
 * The catalogue, checked and compiled. The build leaves a snapshot of it (`dist/snapshot/`), which is read in a
 * tenth of the time; it is used only while the files in `config/` are those that it was made from.
 */
export const loadCompiled = (feedsFile?: string): Compiled => readCompiled(feedsFile) ?? compile(feedsFile);

/** The shipped locales, checked: from the snapshot while they are those that it was made from. */
export const loadShippedLocales = (): readonly Locale[] => {
  const file = readPart<LocalesFile>('locales', hashLocales());
  if (file === undefined) return loadLocales();
  return file.locales.map(({ language, messages }) => {
    const read = lazily(() => new Map(Object.entries(JSON.parse(messages) as Record<string, string>)));
    return {
      language,
      get messages() {
        return read();
      },
    };
  });
};

/** Writes the snapshot; the last step of the build. */
export const writeSnapshot = (): void => {
  rmSync(SNAPSHOT_DIRECTORY, { recursive: true, force: true });
  mkdirSync(SNAPSHOT_DIRECTORY, { recursive: true });
  const hash = hashCatalogue();
  const { catalogue, lexicon } = compile(undefined);
  const { names, languages, cues } = lexicon;
  writePart<CatalogueFile>('catalogue', { hash, ...packCatalogue(catalogue), languages });
  writePart<FeedsFile>('feeds', { hash: hashFeeds(), feeds: catalogue.feeds });
  writeTable('names', hash, names);
  for (const language of languages) writeTable(`cues.${language}`, hash, cues(language));
  const locales = loadLocales().map(({ language, messages }) => ({
    language,
    messages: JSON.stringify(Object.fromEntries(messages)),
  }));
  writePart<LocalesFile>('locales', { hash: hashLocales(), locales });
};
