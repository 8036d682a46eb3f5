import type { Authority, Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { movesOthers } from './asked.ts';
import { findFirst } from './find-name.ts';
import { areNamedAsExamples } from './named-as-examples.ts';
import { isNoOwnAct } from './not-taken.ts';
import { isTitledTooStrongly } from './only-prepared.ts';
import { isOwnAct } from './own-act.ts';
import type { Told } from './told.ts';
import { haltedMoney } from './told-money.ts';
import { isUponOfficers } from './upon-officers.ts';

/** Of these a name in another script is theirs, and not that of something that they run, as UPI is. */
const OF_ONE_NAME: readonly Authority['type'][] = ['app-store', 'network'];

const isNamedIn = ({ title }: Source, gatekeeper: Authority): boolean => {
  const line = title.toLowerCase();
  const [word = ''] = gatekeeper.name.toLowerCase().split(' ');
  const isForeign = !/\p{Script=Latin}{4}/u.test(line) && OF_ONE_NAME.includes(gatekeeper.type);
  return findFirst(line, isForeign ? namesOf(gatekeeper) : [word]) >= 0;
};

/** True where the titles name a gatekeeper, and nobody who moves it. */
const actsItself = (gatekeeper: Authority | undefined, sources: readonly Source[]): boolean =>
  gatekeeper !== undefined &&
  sources.every((source) => isNamedIn(source, gatekeeper) && !movesOthers(source));

type Known = Pick<Told, 'authority' | 'through' | 'isVague' | 'nuance'>;

/** What else the words of the sources say of a measure once who acts, through whom, and how surely are known. */
export const evidentTraits = (
  incident: Incident,
  { authority, through, isVague = false, nuance }: Known,
  catalogue: Catalogue,
): Pick<
  Told,
  'money' | 'isOwnAct' | 'isGatekeepers' | 'areExamples' | 'areOfficers' | 'isTitledTooStrongly'
> => {
  const { sources, exchanges } = incident;
  const money = haltedMoney(incident, catalogue);
  const isOpen =
    isVague && nuance === undefined && !sources.some((one) => isNoOwnAct(one, incident, catalogue));
  const isOwn = isOpen && isOwnAct(incident, { authority, exchanges }, catalogue);
  const isTooStrong = sources.every((source) => isTitledTooStrongly(source, incident, catalogue));
  const gatekeeper = catalogue.authorities.find(({ id }) => authority === undefined && id === through);
  return {
    ...(money !== undefined && { money }),
    ...(isOwn && { isOwnAct: true }),
    ...(isVague && actsItself(gatekeeper, sources) && { isGatekeepers: true }),
    ...(areNamedAsExamples(sources, exchanges, catalogue) && { areExamples: true }),
    ...(isTooStrong && { isTitledTooStrongly: true }),
    ...(isUponOfficers(incident, exchanges, catalogue) && { areOfficers: true }),
  };
};
