import type { CuesByLanguage, Exchange } from '../domain/catalogue.ts';
import type { Incident, Measure, Source } from '../domain/incident.ts';
import type { Scope } from '../domain/report.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { evidentFunctions, isOfCustomers, isOfPeople } from './evident-functions.ts';
import { UPON_COMPANY } from './kinds-by-actor.ts';
import { meansOneEntity, namesLocalFirm, namesUnit, sparesMainSite } from './local-firm.ts';
import { openingOf } from './opening.ts';

/** What a scope is held against. */
export interface Evidence {
  /** The only exchange touched, where there is one. */
  readonly exchange: Exchange | undefined;
  /** The catalogue's, by group: words for a local firm ("subsidiary"), for what is halted ("withdrawals"). */
  readonly cues: Readonly<Record<string, CuesByLanguage>>;
}

const withEntity = ({ kind, scope }: Measure, { sources }: Incident, { exchange, cues }: Evidence): Scope => {
  const { entity, ...rest } = scope;
  if (exchange === undefined) return scope;
  if (entity === 'local-firm') {
    const isNamed =
      namesLocalFirm(sources, exchange) || namesUnit(sources, exchange, cues['entity-local'] ?? {});
    return isNamed ? scope : rest;
  }
  if (entity !== undefined || !UPON_COMPANY.includes(kind)) return scope;
  const isLocal = namesLocalFirm(sources, exchange) || sparesMainSite(sources) || meansOneEntity(sources);
  return isLocal ? { ...scope, entity: 'local-firm' } : scope;
};

/** What touches some customers alone: "25,000 addresses", "isolated accounts". */
const SOME: readonly RegExp[] = [
  /\b(?:some|certain|several|isolated|\dk|\d) (?:accounts|addresses|wallets|customers|clients|users)\b/i,
  /\b(?:accounts|addresses|wallets) (?:linked|tied|related|connected) to\b|\ba (?:small )?subset\b|\brelatives of\b/i,
  /единичн|некотор|отдельны|родственник|\balgun[ao]s\b|\b(?:determinad|cert)[ao]s\b|\bprincipalilor\b|familiares de/i,
  /部分(?:用户|用戶|账户|帳戶|账号)|个别|個別|일부|一部の|亲属|親屬|家属|家屬/,
  /عملائها الرئيسيين|كبار العملاء|بعض|أقارب/,
  /\bmain (?:clients|customers)\b|\b(?:einige|bestimmte|certains?|bazı)\b|angehörige/i,
  // Those of one nation, wherever they are: "Switzerland freezes Russian accounts".
  /\b(?:cuentas|contas|comptes|activos) (?:rus|iran|bielorrus|palestin|norcorean)|\b(?:russische|iranische) konten/i,
  /(?:俄罗斯|俄羅斯|伊朗|朝鲜|北韓)(?:人|公民|账户|帳戶)/,
];
const OF_CUSTOMERS: readonly Kind[] = ['account-freeze', 'service-halt'];

const withSome = ({ kind }: Measure, scope: Scope, sources: readonly Source[]): Scope =>
  OF_CUSTOMERS.includes(kind) && sources.every((source) => anyMatches(SOME, openingOf(source)))
    ? { ...scope, users: 'some' }
    : scope;

/** A measure's scope as far as the words of its sources bear it out. */
export const evidentScope = (measure: Measure, incident: Incident, evidence: Evidence): Scope => {
  const { functions, users, ...rest } = withSome(
    measure,
    withEntity(measure, incident, evidence),
    incident.sources,
  );
  const isRule = measure.kind === 'rulemaking' && !isOfCustomers(incident.sources);
  const meant = (functions ?? []).filter((name) => name !== 'sign-up' || !isRule);
  const told = evidentFunctions(meant, incident.sources, evidence.cues);
  const isTold = users !== undefined && isOfPeople(users, incident.sources, evidence.cues);
  return { ...rest, ...(isTold && { users }), ...(told.length > 0 && { functions: told }) };
};
