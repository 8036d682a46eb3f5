import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';

/** Why the words of a source do not bear out its kind, although they hold a cue of it. */
export type Spoil = (source: Source, incident: Incident, catalogue: Catalogue) => boolean;
