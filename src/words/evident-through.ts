import type { Authority } from '../domain/catalogue.ts';
import type { Incident, Measure } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { areKin } from './are-kin.ts';
import { movesOthers } from './asked.ts';
import { findFirst, findName } from './find-name.ts';
import { BY_GATEKEEPER } from './kinds-by-actor.ts';
import { LOOK_INTO } from './opening.ts';
import { withoutAll } from './without-all.ts';

const APP =
  /\bapps?\b|apps?tore|app-|应用|應用|アプリ|앱|어플|приложен|aplicaci|aplicativo|uygulama|تطبيق|ऐप|एप|ứng dụng|แอป|aplikasi/iu;

const isStore = ({ type, gatekeeper }: Authority): boolean =>
  gatekeeper && (type === 'app-store' || type === 'network');

/** Words without which nobody spoke of banks or of networks, of the languages that we tell in or read often. */
const SPOKEN_OF: Readonly<Record<string, RegExp>> = {
  bank: /\bbanks?\b|\bbanking|\bbancos?\b|\bbanca|banque|银行|銀行|은행|банк|bankalar|بنوك|مصارف|البنك|बैंक|ngân hàng|ธนาคาร|بانک/iu,
  network:
    /\b(?:providers?|isps?|operators?|carriers?|telcos?|telecoms?|networks?|fournisseurs?|opérateurs?|proveedor(?:es)?|operador(?:as?|es)?|provedor(?:as?|es)?|penyedia|anbieter|netzbetreiber|sağlayıcı(?:lar|ları|sı)?)\b|провайдер|оператор|运营商|運營商|电信|電信|통신사|사업자|通信事業者|プロバイダ|مزود|प्रदाता|nhà mạng|ผู้ให้บริการ/iu,
};
/** Who is called by such a word, and carries nobody's traffic: whoever watches over networks, or serves the customers of coins. */
const NO_NETWORK: readonly RegExp[] = [
  /\btele(?:com(?:munication)?s?|coms?) (?:watchdog|regulator|authority|commission|ministry|agency|censor|supervis\w{2,4})/giu,
  /(?:电信|電信|通信|통신)(?:监管|監管|管理|主管|局|规制|위원회|당국|심의|규제)/gu,
  /(?:regulador\p{L}{0,2}|autorità|autorité|autoridade?|régulateur|agência|agencia|quản lý) (?:\p{L}{1,4} )?(?:viễn thông|t[eé]l[eé]com\p{L}{0,14})/giu,
  /\b(?:virtual |digital |crypto-?)?(?:assets?|exchange|wallet|payments?|custody|trading)(?:[ -]services?)? (?:providers?|operators?)/giu,
  /(?:가상자산|암호화폐|가상화폐|코인) ?사업자|(?:사업자|업체) ?신고/gu,
  /(?:proveedor(?:es)?|operador(?:as?|es)?|provedor(?:as?|es)?|prestador(?:es)?|fournisseurs?|prestataires?|anbieter) (?:de |d['’]|von )(?:servi\p{L}{2,5} )?(?:de |sur |sobre )?(?:les? |la )?(?:cripto|crypto|krypto|activos|ativos|actifs|monedas|moedas)/giu,
  /оператор\p{L}{0,3} (?:обмен|крипто|бирж|инвест)|(?:kripto|crypto) ?(?:varlık )?(?:hizmet )?sağlayıcı/giu,
];

const CENTRAL_BANK =
  /\b(?:central|national|reserve) bank\b|中央银行|央行|中央銀行|중앙은행|центробанк(?:а|у|ом|е)?|banco central/giu;

/** "After Apple, Google …", "애플 이어 구글도": whoever did it before. */
const BEFORE_IT = /(?:\b(?:after|following|nach|après|tras|após|dopo)|вслед за|继|繼) $|(?:继|繼)$/iu;
const BEHIND_IT = /^(?:에)? ?(?:이어|에 이어)|^ के बाद|^に続|^'?(?:den|dan|ten|tan) sonra|^之后|^之後/u;

const isPredecessor = (line: string, names: readonly string[]): boolean =>
  names.some((name) => {
    const at = findName(line, name);
    return (
      at >= 0 &&
      (BEFORE_IT.test(line.slice(0, at)) || BEHIND_IT.test(line.slice(at + name.replace(/[*_]/g, '').length)))
    );
  });

const tellBySort = ({ type }: Authority): string => type;

/** Generic: several of them, or one that has no name of its own. */
const STORES = 'app-store';

const namesOtherStore = (
  line: string,
  known: Authority,
  authorities: ReadonlyMap<string, Authority>,
): boolean =>
  [...authorities.values()].some(
    (other) =>
      isStore(other) &&
      other.jurisdiction === known.jurisdiction &&
      !areKin(other, known) &&
      findFirst(line, namesOf(other)) >= 0 &&
      !isPredecessor(line, namesOf(other)),
  );

/** A gatekeeper as the titles name it; one of several that only the text names is told as one of its sort. */
const namedThrough = (
  known: Authority,
  { sources, measures: [{ kind }] }: Incident,
  authorities: ReadonlyMap<string, Authority>,
): string | undefined => {
  const names = namesOf(known);
  const lines = sources.map(({ title }) => title.toLowerCase());
  if (lines.some((line) => isPredecessor(line, names))) return undefined;
  if (lines.some((line) => findFirst(line, names) >= 0)) {
    const others = isStore(known) && lines.some((line) => namesOtherStore(line, known, authorities));
    return others ? STORES : known.id;
  }
  if (kind === 'access-block' && isStore(known)) return undefined;
  const texts = sources.map(({ text }) => text.slice(0, LOOK_INTO).toLowerCase());
  const isOneOfMany = [...authorities.values()].some(
    (other) =>
      other.id !== known.id &&
      other.type === known.type &&
      other.gatekeeper &&
      other.jurisdiction === known.jurisdiction &&
      texts.some((text) => findFirst(text, namesOf(other)) >= 0),
  );
  return isOneOfMany ? tellBySort(known) : known.id;
};

/** An authority that blocks accounts on a network need not have had the network's owner do it. */
const isOnlyWhere = ({ authority, sources, measures: [{ kind }] }: Incident, known: Authority): boolean =>
  kind === 'social-block' &&
  authority !== undefined &&
  sources.every((source) => !movesOthers(source)) &&
  sources.every(
    ({ feedKind, title }) => feedKind !== 'official' && findFirst(title.toLowerCase(), namesOf(known)) < 0,
  );

/** Through whom, as far as the words of the sources bear it out. */
export const evidentThrough = (
  incident: Incident,
  authorities: ReadonlyMap<string, Authority>,
): string | undefined => {
  const { through, sources, measures } = incident;
  if (through === undefined || !BY_GATEKEEPER.includes(measures[0].kind)) return undefined;
  const known = authorities.get(through);
  if (known !== undefined && isOnlyWhere(incident, known)) return undefined;
  if (known?.jurisdiction !== undefined) return namedThrough(known, incident, authorities);
  const spoken = SPOKEN_OF[known?.type ?? through.replace(/s$/, '')];
  const isSpokenOf = sources.some(
    ({ feedKind, title, text }) =>
      feedKind === 'official' ||
      spoken?.test(withoutAll(`${title}\n${text}`.slice(0, LOOK_INTO), [CENTRAL_BANK, ...NO_NETWORK])) !==
        false,
  );
  return isSpokenOf ? through : undefined;
};

const SITE = /\bsites?\b|web|url|domain|网站|網站|网址|サイト|사이트|сайт|sitio|موقع|मंच|वेबसाइट|trang|situs/iu;

/** "Calls on Google to remove apps": what a store takes out. */
const REMOVES =
  /\b(?:remov(?:e|es|ed|ing|al)|delist(?:s|ed|ing)?|pull(?:s|ed|ing)?|drop(?:s|ped|ping)?|take down|takes down)\b|下架|削除|삭제|차단/iu;
const APP_BESIDE = /\bapps?\b|应用|應用|アプリ|앱/iu;
const BESIDE = 60;

const takesOut = (title: string): boolean => {
  const at = title.search(REMOVES);
  return at >= 0 && APP_BESIDE.test(title.slice(Math.max(0, at - BESIDE), at + BESIDE));
};

/** A block is told as one of apps where a title speaks of them, and as one of apps alone where it speaks of no site. */
export const withEvidentApp = (
  measure: Measure,
  { sources }: Incident,
  through: string | undefined,
): Measure => {
  const isIn = (pattern: RegExp): boolean => sources.some(({ title }) => pattern.test(title));
  const { functions } = measure.scope;
  if (measure.kind !== 'access-block') return measure;
  if (sources.some(({ title }) => takesOut(title)) && !isIn(SITE)) {
    return { ...measure, scope: { ...measure.scope, functions: ['app'] } };
  }
  if (functions === undefined || through !== undefined) return measure;
  if (sources.some(({ feedKind, title }) => feedKind === 'official' || title === '')) return measure;
  const unsaid = isIn(APP) ? !isIn(SITE) && functions.includes('app') && 'site' : 'app';
  return { ...measure, scope: { ...measure.scope, functions: functions.filter((name) => name !== unsaid) } };
};
