import type { Authority } from '../domain/catalogue.ts';
import type { Incident, Measure } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { findFirst } from './find-name.ts';

const APP =
  /\bapps?\b|apps?tore|app-|应用|應用|アプリ|앱|어플|приложен|aplicaci|aplicativo|uygulama|تطبيق|ऐप|एप|ứng dụng|แอป|aplikasi/iu;

/** Whose way leads through somebody else. */
const BY_GATEKEEPER: readonly Kind[] = ['access-block', 'social-block', 'bank-cutoff'];

const isStore = ({ type, gatekeeper }: Authority): boolean =>
  gatekeeper && (type === 'app-store' || type === 'network');

/** A store of apps that only the text names is one way of several by which a block is carried out, or one to come. */
export const evidentThrough = (
  { through, sources, measures: [{ kind }] }: Incident,
  authorities: ReadonlyMap<string, Authority>,
): string | undefined => {
  if (!BY_GATEKEEPER.includes(kind)) return undefined;
  const known = through === undefined ? undefined : authorities.get(through);
  if (known === undefined || kind !== 'access-block' || known.jurisdiction === undefined || !isStore(known))
    return through;
  const names = [known.name, ...known.aliases.map(({ text }) => text)];
  return sources.some(({ title }) => findFirst(title.toLowerCase(), names) >= 0) ? through : undefined;
};

const SITE = /\bsites?\b|web|url|domain|网站|網站|网址|サイト|사이트|сайт|sitio|موقع|मंच|वेबसाइट|trang|situs/iu;

/** "Calls on Google to remove apps": what a store takes out. */
const OUT_OF_STORE =
  /\b(?:remov\w+|delist\w*|pull\w*|drop\w*|tak\w+ down)\b.{0,60}\bapps?\b|下架|アプリ.{0,12}削除|앱.{0,12}(?:삭제|차단)/iu;

/** A block is told as one of apps where a title speaks of them, and as one of apps alone where it speaks of no site. */
export const withEvidentApp = (
  measure: Measure,
  { sources }: Incident,
  through: string | undefined,
): Measure => {
  const isIn = (pattern: RegExp): boolean => sources.some(({ title }) => pattern.test(title));
  const { functions } = measure.scope;
  if (measure.kind !== 'access-block') return measure;
  if (isIn(OUT_OF_STORE) && !isIn(SITE)) {
    return { ...measure, scope: { ...measure.scope, functions: ['app'] } };
  }
  if (functions === undefined || through !== undefined) return measure;
  if (sources.some(({ feedKind, title }) => feedKind === 'official' || title === '')) return measure;
  const unsaid = isIn(APP) ? !isIn(SITE) && functions.includes('app') && 'site' : 'app';
  return { ...measure, scope: { ...measure.scope, functions: functions.filter((name) => name !== unsaid) } };
};
