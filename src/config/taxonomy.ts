import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KindRule, Taxonomy } from '../domain/catalogue.ts';
import type { Fault } from '../domain/errors.ts';
import { KINDS, SEVERITIES, type Severity, STAGES, type Stage } from '../domain/taxonomy.ts';
import { parseYaml, readYamlFile, readYamlList, type YamlEntry, type YamlFile } from './yaml-list.ts';

const readSeverities = (entry: YamlEntry): Readonly<Record<Stage, Severity>> => {
  const value = (entry.raw('severity') ?? {}) as Record<string, unknown>;
  const pairs = STAGES.map((stage): [Stage, Severity] => {
    const severity = SEVERITIES.find((option) => option === value[stage]);
    if (severity === undefined)
      entry.fault(`severity.${stage}`, 'it is missing or unknown', `Write one of ${SEVERITIES.join(', ')}`);
    return [stage, severity ?? 'medium'];
  });
  return Object.fromEntries(pairs) as Record<Stage, Severity>;
};

const readKind = (entry: YamlEntry): KindRule => ({
  kind: entry.oneOf('kind', KINDS),
  direction: entry.oneOf('direction', ['tightens', 'eases'], 'tightens'),
  severity: readSeverities(entry),
});

type Cues = Record<string, Record<string, readonly string[]>>;

/** A word, or all forms of one (a month and its abbreviations), parted by `|`. */
const readForms = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((form) => typeof form === 'string')
    ? value.join('|')
    : undefined;
};

const addCues = (cues: Cues, yaml: YamlFile, language: string, faults: Fault[]): void => {
  const document = (parseYaml(yaml) ?? {}) as Record<string, unknown>;
  for (const [group, words] of Object.entries(document)) {
    const forms = Array.isArray(words) ? words.map(readForms) : [undefined];
    if (forms.some((form) => form === undefined)) {
      const cure = 'Write a list of texts; quote yes, no, on and numbers';
      const line = yaml.source.split('\n').findIndex((text) => text.startsWith(`${group}:`)) + 1;
      faults.push({ where: yaml.file, line, what: group, problem: 'it is not a list of texts', cure });
      continue;
    }
    cues[group] = { ...cues[group], [language]: forms.filter((form) => form !== undefined) };
  }
};

/** `taxonomy.yaml` and one file of cues for each language in `cues/`. */
export const readTaxonomy = (directory: string, faults: Fault[]): Taxonomy => {
  const yaml = readYamlFile(join(directory, 'taxonomy.yaml'), 'config/taxonomy.yaml');
  const kinds = readYamlList(yaml, 'kinds', 'kind', faults, readKind);
  const cues: Cues = {};
  for (const name of readdirSync(join(directory, 'cues')).sort()) {
    const language = /^([a-z]{2}(?:-[A-Za-z]+)?)\.yaml$/.exec(name)?.[1];
    if (language === undefined) continue;
    addCues(cues, readYamlFile(join(directory, 'cues', name), `config/cues/${name}`), language, faults);
  }
  return { kinds, cues };
};
