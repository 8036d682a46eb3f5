import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { KINDS, type Kind, STAGES, type Stage } from '../../domain/taxonomy.ts';
import type { LabelledRow } from './labelled-row.ts';

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

const toKind = (text: string | undefined): { readonly kind?: Kind } => {
  const kind = KINDS.find((option) => option === text);
  return kind === undefined ? {} : { kind };
};

const toStage = (text: string | undefined): { readonly stage?: Stage } => {
  const stage = STAGES.find((option) => option === text);
  return stage === undefined ? {} : { stage };
};

const toList = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const toInstant = (text: string | undefined): number => {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? 0 : at;
};

/** A table of headlines: id, sha1, title, description, lang, date, source, label, jurisdictions, exchanges, measure, status. */
const readHeadlines = (file: string, origin: string, doubtful: ReadonlySet<string>): readonly LabelledRow[] =>
  lines(readFileSync(file, 'utf8'))
    .slice(1)
    .map((line) => line.split('\t'))
    .map(
      ([
        id = '',
        ,
        title = '',
        text = '',
        language = 'und',
        date,
        ,
        label,
        places,
        exchanges,
        kind,
        stage,
      ]) => ({
        id,
        origin,
        title,
        text,
        language,
        publishedAt: toInstant(date),
        relevant: label === '1',
        doubtful: doubtful.has(id),
        jurisdictions: toList(places),
        exchanges: toList(exchanges),
        ...toKind(kind),
        ...toStage(stage),
      }),
    );

interface JsonRow {
  readonly id?: string;
  readonly title: string;
  readonly text?: string;
  readonly language?: string;
  readonly publishedAt?: string;
  readonly label: 0 | 1;
  readonly hard?: boolean;
  readonly kind?: string;
  readonly alsoKind?: string;
  readonly stage?: string;
  readonly jurisdictions?: readonly string[];
  readonly exchanges?: readonly string[];
  readonly cluster?: string;
}

/** JSON lines of `{title, text, label, kind, stage, jurisdictions, exchanges, cluster?, hard?}`. */
const readJsonRows = (file: string, origin: string, language: string): readonly LabelledRow[] =>
  lines(readFileSync(file, 'utf8')).map((line, index) => {
    const row = JSON.parse(line) as JsonRow;
    const other = KINDS.find((kind) => kind === row.alsoKind);
    return {
      id: row.id ?? `${language}-${index}`,
      origin,
      title: row.title,
      text: row.text ?? '',
      language: row.language ?? language,
      publishedAt: toInstant(row.publishedAt),
      relevant: row.label === 1,
      doubtful: row.hard === true,
      jurisdictions: row.jurisdictions ?? [],
      exchanges: row.exchanges ?? [],
      ...toKind(row.kind),
      ...toStage(row.stage),
      ...(other !== undefined && { otherKind: other }),
      ...(row.cluster !== undefined && { event: row.cluster }),
    };
  });

/** The labelled collections of a folder: two tables of headlines, articles, and the ids on which the reader wavered. */
export const readCollections = (directory: string): readonly LabelledRow[] => {
  const wavered = join(directory, 'hesitated.txt');
  const doubtful = new Set(existsSync(wavered) ? lines(readFileSync(wavered, 'utf8')) : []);
  return [
    ...readHeadlines(join(directory, 'headlines-natural.tsv'), 'natural', doubtful),
    ...readHeadlines(join(directory, 'headlines-candidates.tsv'), 'candidates', doubtful),
    ...readJsonRows(join(directory, 'articles.jsonl'), 'articles', 'und'),
  ];
};

/** Our own examples: one file a language, `xx.jsonl`. */
export const readExamples = (directory: string, origin: string): readonly LabelledRow[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readJsonRows(join(directory, name), origin, name.slice(0, -'.jsonl'.length)));

interface CorpusLabel {
  readonly label: string;
  readonly fields: Pick<LabelledRow, 'kind' | 'stage' | 'jurisdictions' | 'exchanges'>;
}

/** A row that no reader of the corpus saw, since it belongs to a labelled collection: no label may be guessed from its absence. */
const UNREAD = '-';

/** `corpus.tsv`: id, label (`1`, `1?`, `0?`, `-`), kind, stage, jurisdictions, exchanges. Rows that it does not name were read and are not relevant. */
const readCorpusLabels = (file: string): ReadonlyMap<string, CorpusLabel> =>
  new Map(
    lines(readFileSync(file, 'utf8')).map((line) => {
      const [id = '', label = '0', kind, stage, places, exchanges] = line.split('\t');
      const fields = {
        jurisdictions: toList(places),
        exchanges: toList(exchanges),
        ...toKind(kind),
        ...toStage(stage),
      };
      return [id, { label, fields }];
    }),
  );

/** The crypto headlines of the corpus folder with our labels, each title once. */
export const readCorpus = (directory: string, labelsFile: string): readonly LabelledRow[] => {
  const labels = readCorpusLabels(labelsFile);
  const files = readdirSync(directory).filter((name) => name.startsWith('crypto_'));
  const seen = new Set<string>();
  return files.sort().flatMap((name) =>
    lines(gunzipSync(readFileSync(join(directory, name))).toString('utf8'))
      .slice(1)
      .flatMap((line): LabelledRow[] => {
        const [id = '', date, , language = 'en', title = '', text = ''] = line.split('\t');
        if (title === '' || (seen.has(title) && !labels.has(id))) return [];
        seen.add(title);
        const { label, fields } = labels.get(id) ?? {
          label: '0',
          fields: { jurisdictions: [], exchanges: [] },
        };
        if (label === UNREAD) return [];
        return [
          {
            id,
            origin: 'corpus',
            title,
            text: text === title ? '' : text,
            language,
            publishedAt: toInstant(date),
            relevant: label.startsWith('1'),
            doubtful: label.endsWith('?'),
            ...fields,
          },
        ];
      }),
  );
};
