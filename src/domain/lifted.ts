import type { Incident, Measure } from './incident.ts';

const isLifted = ({ stage, lifting }: Measure, exchange: string): boolean =>
  stage === 'eased' || lifting?.exchanges.includes(exchange) === true;

/** Nothing of it stands against this exchange any more. */
export const isLiftedFor = ({ measures }: Incident, exchange: string): boolean =>
  measures.every((measure) => isLifted(measure, exchange));

/** Those of its exchanges for whom it is lifted while it stands for others. */
export const liftedFor = (incident: Incident): readonly string[] => {
  const isStanding = incident.measures.some(({ stage }) => stage !== 'eased');
  return isStanding ? incident.exchanges.filter((id) => isLiftedFor(incident, id)) : [];
};

/** The incident as it stands: without those for whom it is lifted already. */
export const standingPart = (incident: Incident): Incident => {
  const lifted = liftedFor(incident);
  return lifted.length === 0
    ? incident
    : { ...incident, exchanges: incident.exchanges.filter((id) => !lifted.includes(id)) };
};

/** The incident as it is for one exchange: lifted for it, or what still stands. */
export const partOf = (incident: Incident, exchange: string): Incident => {
  if (!liftedFor(incident).includes(exchange)) return incident;
  const [first, ...others] = incident.measures;
  const lift = ({ lifting: _some, effectiveAt: _imposed, ...measure }: Measure): Measure => ({
    ...measure,
    stage: 'eased',
    direction: 'eases',
  });
  return {
    ...incident,
    exchanges: [exchange],
    measures: [lift(first), ...others.map(lift)],
    closedAt: incident.updatedAt,
  };
};
